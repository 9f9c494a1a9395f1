import type { Draw, PlannedAction } from './planned-action.js';

/** Talking to people one knows. */
export const friendToFriendActions = (draw: Draw): PlannedAction[] => [
  {
    id: 'friends-library',
    life: { created: 33, published: 27 },
    featured: true,
    audience: { listIds: ['ul-library-friends'] },
    content: {
      kind: 'friend_to_friend',
      title: 'Ask five friends to stand up for the library',
      description:
        'A message from you is worth fifty from us. Pick five people who would miss the evening hours (a student, a night-shift nurse, somebody who borrows audiobooks for the drive) and ask them to add their name.',
      disclaimer: 'Your contacts stay on your phone. We only hear how many people you reached.',
      startLabel: 'preset:find_friends',
      media: draw('friends', 'Three friends talk by the river at sunset'),
      folderIds: ['f-library'],
      inDistrict: true,
      autofilters: { party: null, frequency: null, inDistrict: true },
      scripts: [
        {
          id: 's-friends-text',
          role: 'initial',
          channel: 'text',
          label: 'A text',
          body: 'Hey {{first_name}}, quick one: the county wants to close the library at six. I’m asking them not to. Would you add your name? {{link.action}}',
        },
        {
          id: 's-friends-email',
          role: 'initial',
          channel: 'email',
          label: 'An e-mail',
          subject: 'Two minutes for the library?',
          body: 'Dear {{first_name}},\n\nyou know how much of my homework happened at the Riverbend library after dinner. The county is about to end evening hours to save less than it spends on one mile of road.\n\nWould you add your name? {{link.action}}\n\nThank you,\n{{user.first_name}}',
        },
        {
          id: 's-friends-call',
          role: 'initial',
          channel: 'call',
          label: 'Talking points',
          body: '• Ask how they are. Really.\n• Say why the evening hours matter to you, in one story.\n• Ask: would you add your name?\n• If yes, offer to send the link.',
        },
        {
          id: 's-friends-social',
          role: 'initial',
          channel: 'social',
          label: 'A direct message',
          body: 'Thinking of you and that corner table at the library. They want to close it at six! Sign with me? {{link.action}}',
        },
      ],
      reportSettings: { tagIds: ['t-supports-library', 't-will-attend'], fieldIds: ['c-notes'] },
    },
  },
  {
    id: 'friends-check-registration',
    life: { created: 6, scheduled: [-3.25, 'public'] },
    content: {
      kind: 'friend_to_friend',
      title: 'Remind your friends to check their registration',
      description:
        'People move, names change, and forms get lost. Ask ten friends to look up their own registration while there is time to fix it.',
      startLabel: 'Remind friends',
      media: draw('texting', 'A phone with a friendly exchange of text messages'),
      folderIds: ['f-voting'],
      autofilters: { party: null, frequency: 'infrequent', inDistrict: false },
      scripts: [
        {
          id: 's-check-text',
          role: 'initial',
          channel: 'text',
          label: 'A text',
          body: 'Hi {{first_name}}! Have you moved or changed your name? It takes a minute to check that you are still registered: {{link.action}}',
        },
      ],
    },
  },
  {
    id: 'amigas-mercado',
    life: { created: 21, published: 14 },
    audience: { languages: ['es'] },
    content: {
      kind: 'friend_to_friend',
      title: 'Invita a tus vecinas y vecinos al mercado del puente',
      description:
        'Cada sábado, las huertas del condado venden junto al puente y aceptan vales de alimentos al doble de su valor. Mucha gente todavía no lo sabe: cuéntaselo a cinco personas que quieres.',
      disclaimer: 'Tus contactos se quedan en tu teléfono.',
      startLabel: 'Invitar',
      media: draw('harvest', 'Un puesto de verduras con toldo de rayas y dos personas que saludan'),
      folderIds: ['f-river'],
      scripts: [
        {
          id: 's-mercado-texto',
          role: 'initial',
          channel: 'text',
          language: 'es',
          label: 'Mensaje',
          body: '¡Hola {{first_name}}! Los sábados hay mercado junto al puente y los vales valen el doble. ¿Vamos juntas? {{link.action}}',
        },
      ],
    },
  },
  {
    id: 'friends-river-picture',
    life: { created: 12, published: 9 },
    audience: { languages: ['en'] },
    content: {
      kind: 'friend_to_friend',
      title: 'Send the River Day picture to people who love the water',
      description:
        'No words needed: the picture says when, where and why. Add a line of your own if you like.',
      startLabel: 'Send the picture',
      media: draw('river-day', 'River Day: two people in kayaks on a clear river'),
      folderIds: ['f-river'],
      scriptImage: true,
      // One space: the picture goes out alone.
      scripts: [{ id: 's-picture-text', role: 'initial', channel: 'text', label: 'Picture only', body: ' ' }],
    },
  },
];
