import type { Draw, PlannedAction } from './planned-action.js';

/** Going from door to door. */
export const canvassingActions = (draw: Draw): PlannedAction[] => [
  {
    id: 'walk-mill-hollow',
    life: { created: 30, published: 22 },
    audience: { districtIds: ['d-riverbend'] },
    content: {
      kind: 'canvassing',
      title: 'Knock on doors in Mill Hollow',
      description:
        'Two hours, one street, a neighbor by your side. We ask about the crossing on Mill Street and listen more than we talk. New walkers start with someone who has done it before.',
      disclaimer: 'Meet at the Mill Street School gate. Bring water; we bring the list.',
      startLabel: 'Start walking',
      media: draw('canvass', 'Two volunteers with a clipboard on a street of small houses'),
      folderIds: ['f-getting-around'],
      targetListId: 'l-mill-hollow',
      listMode: 'shared',
      outreach: true,
      scripts: [
        {
          id: 's-door-text',
          role: 'initial',
          channel: 'text',
          label: 'When nobody is home',
          body: 'Hi {{first_name}}, {{user.first_name}} from Riverbend Together. I just knocked at your door about the crossing on Mill Street. Is there a better time to talk?',
        },
        {
          id: 's-door-response',
          role: 'response',
          channel: 'text',
          label: 'Will sign',
          body: 'Thank you! Here is the petition: {{link.action}}',
          tagIds: ['t-has-children'],
        },
      ],
      reportSettings: {
        tagIds: ['t-has-children', 't-wants-sign', 't-undecided', 't-moved'],
        fieldIds: ['c-best-time', 'c-notes'],
      },
    },
  },
  {
    id: 'walk-north-shoals',
    life: { created: 18, published: 11 },
    visibility: 'private',
    audience: { listIds: ['ul-canvass-captains'], userIds: ['u-socorro-valverde'] },
    content: {
      kind: 'canvassing',
      title: 'Captains: lead a walk in North Shoals',
      description:
        'Take a pair of new walkers along the numbered streets. Your list is yours alone until you hand it back, so nobody knocks twice.',
      startLabel: 'Take a list',
      media: draw('canvass', 'Two volunteers with a clipboard on a street of small houses'),
      folderIds: ['f-getting-around'],
      targetListId: 'l-north-shoals',
      listMode: 'assigned',
      outreach: true,
      scripts: [
        {
          id: 's-shoals-text',
          role: 'initial',
          channel: 'text',
          label: 'After the visit',
          body: 'It was good to meet you, {{first_name}}! Everything we talked about is here: {{link.campaign}}',
        },
      ],
      reportSettings: { tagIds: ['t-wants-sign', 't-needs-ride', 't-moved'], fieldIds: ['c-notes'] },
    },
  },
  {
    id: 'walk-leaflets',
    life: { created: 3 },
    copiedFromId: 'walk-mill-hollow',
    content: {
      kind: 'canvassing',
      title: 'Leaflets for the new streets behind the mill',
      description: '',
      startLabel: '',
      folderIds: ['f-getting-around'],
      listMode: 'shared',
      outreach: false,
    },
  },
  {
    id: 'walk-summer',
    life: { created: 96, published: 88, closed: 49 },
    content: {
      kind: 'canvassing',
      title: 'Summer walk: what does our town need?',
      description:
        'We knocked on 2,300 doors and asked one open question. Evening hours at the library, a safe crossing and a later bus came first, and so they became our plan.',
      startLabel: 'Join a walk',
      folderIds: ['f-welcome'],
      targetListId: 'l-new-movers',
      outreach: true,
      scripts: [
        {
          id: 's-summer-text',
          role: 'initial',
          channel: 'text',
          label: 'When nobody is home',
          body: 'Hi {{first_name}}, we missed you today. What one thing would make life in Riverbend better?',
        },
      ],
      reportSettings: { tagIds: ['t-habla-espanol', 't-moved'], fieldIds: ['c-notes'] },
    },
  },
];
