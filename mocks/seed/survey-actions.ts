import type { Draw, PlannedAction } from './planned-action.js';

const toTag = (tagId: string) => ({ to: 'tag', tagId }) as const;
const toField = (fieldId: string) => ({ to: 'field', fieldId }) as const;

/** Asking questions. */
export const surveyActions = (draw: Draw): PlannedAction[] => [
  {
    id: 'survey-route-6',
    life: { created: 28, published: 19 },
    content: {
      kind: 'survey',
      title: 'Which evening bus would help you most?',
      description:
        'The transit board will fund one more Route 6 bus a night. Six short questions decide what we ask for. Two minutes, no account needed.',
      startLabel: 'preset:take_survey',
      access: 'anonymous',
      media: draw('survey', 'A clipboard with questions and switches'),
      folderIds: ['f-getting-around'],
      questions: [
        { id: 'q-rides', bindsTo: toTag('t-rides-route-6'), label: 'Do you ride Route 6?', required: true },
        {
          id: 'q-trips',
          bindsTo: toField('c-trips'),
          label: 'How many trips do you make in a usual week?',
          hint: 'There and back are two trips.',
          showWhen: { questionId: 'q-rides', equals: true },
        },
        {
          id: 'q-stop',
          bindsTo: toField('c-bus-stop'),
          label: 'Which stop is closest to you?',
          placeholder: 'Mill gate, Bridge Street, …',
        },
        { id: 'q-time', bindsTo: toField('c-best-time'), label: 'When do you usually travel?' },
        { id: 'q-ride', bindsTo: toTag('t-needs-ride'), label: 'Have you been stranded this month?' },
        { id: 'q-notes', bindsTo: toField('c-notes'), label: 'What should the board know?' },
      ],
    },
  },
  {
    id: 'survey-welcome',
    life: { created: 80, published: 74 },
    content: {
      kind: 'survey',
      title: 'Welcome! How would you like to help?',
      description:
        'Some people love doors, some love spreadsheets, some bring soup. Tell us what you enjoy and we will not ask you for the rest.',
      startLabel: 'Tell us',
      media: draw('town-hall', 'Neighbors listen to a speaker in the town hall'),
      folderIds: ['f-welcome'],
      questions: [
        { id: 'q-weekends', bindsTo: toTag('t-weekends'), label: 'Are you free on weekends?' },
        { id: 'q-drive', bindsTo: toTag('t-can-drive'), label: 'Could you drive others?' },
        { id: 'q-shift', bindsTo: toField('c-shift'), label: 'Which shift suits you best?', required: true },
        { id: 'q-skills', bindsTo: toField('c-skills'), label: 'What do you like doing?' },
      ],
    },
  },
  {
    id: 'survey-budget',
    life: { created: 62, published: 52, closed: 10 },
    audience: { districtIds: ['d-house-14', 'd-otter-landing'] },
    content: {
      kind: 'survey',
      title: 'The county budget: where would you put the next dollar?',
      description: 'The answers of 640 residents were handed to the county clerk.',
      startLabel: 'preset:take_survey',
      access: 'anonymous',
      inDistrict: true,
      folderIds: ['f-library'],
      questions: [
        { id: 'q-hours', bindsTo: toField('c-support'), label: 'Longer library hours?', required: true },
        { id: 'q-why', bindsTo: toField('c-notes'), label: 'Why?' },
      ],
    },
  },
  {
    id: 'encuesta-bienvenida',
    life: { created: 1.5 },
    copiedFromId: 'survey-welcome',
    audience: { languages: ['es'] },
    content: {
      kind: 'survey',
      title: '¡Te damos la bienvenida! ¿Cómo quieres ayudar?',
      description:
        'A unas personas les gusta tocar puertas, a otras las cuentas, y otras traen sopa. Cuéntanos qué disfrutas.',
      startLabel: 'Responder',
      folderIds: ['f-welcome'],
      questions: [],
    },
  },
];
