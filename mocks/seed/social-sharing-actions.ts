import type { Draw, PlannedAction } from './planned-action.js';

const SITE = 'https://riverbend.example.org';

/** Passing something on to one's own networks. */
export const socialSharingActions = (draw: Draw): PlannedAction[] => [
  {
    id: 'share-library-story',
    life: { created: 29, published: 25 },
    featured: true,
    audience: { listIds: ['ul-amplifiers'] },
    content: {
      kind: 'social_sharing',
      title: 'Share Ms. Alderwood’s story: “I learned to read here at 61”',
      description:
        'She came for the radiator and stayed for the alphabet. Her two-minute story says better than any leaflet why evening hours matter. Share it with the people who still think a library is only books.',
      disclaimer: 'Your own words work best: change the message as you like.',
      startLabel: 'preset:share',
      media: draw('library', 'The Riverbend library with its lights on; two readers wave from the steps'),
      folderIds: ['f-library'],
      shareLink: `${SITE}/stories/learning-to-read-at-61`,
      sampleMessage:
        '“I learned to read here at 61.” Our library wants to stay open in the evening so that more people can say this. Watch, then add your name 💛',
      networks: ['facebook', 'whatsapp', 'bluesky', 'x', 'threads', 'linkedin', 'email', 'sms'],
    },
  },
  {
    id: 'share-river-day',
    life: { created: 15, published: 12 },
    audience: { languages: ['en'] },
    content: {
      kind: 'social_sharing',
      title: 'Tell your friends about River Day',
      description:
        'Gloves on, phones away, soup at noon. Help us beat last year’s two tons: one post brings three people to the bank on average.',
      startLabel: 'Spread the word',
      media: draw('share', 'A megaphone sends a message to a circle of people'),
      folderIds: ['f-river'],
      shareLink: `${SITE}/river-day`,
      sampleMessage: 'I’m pulling shopping carts out of the Larkspur River. There is soup. Come along? 🛶',
    },
  },
  {
    id: 'compartir-biblioteca',
    life: { created: 26, published: 20 },
    audience: { listIds: ['ul-espanol'], languages: ['es'] },
    content: {
      kind: 'social_sharing',
      title: 'Comparte: la biblioteca es de todas y todos',
      description:
        'Muchas familias solo pueden ir a la biblioteca después del trabajo. Comparte este video de un minuto para que sigan encontrando la puerta abierta.',
      disclaimer: 'Puedes cambiar el mensaje: con tus palabras llega más lejos.',
      startLabel: 'preset:share',
      media: draw('friends', 'Tres personas conversan junto al río al atardecer'),
      folderIds: ['f-library'],
      shareLink: `${SITE}/es/biblioteca`,
      sampleMessage:
        'La biblioteca de Riverbend es nuestra sala de estudio, nuestra oficina y nuestro refugio. Que siga abierta por la noche. Firma aquí 👇',
      networks: ['whatsapp', 'facebook', 'telegram', 'email', 'sms'],
    },
  },
  {
    id: 'share-arabic-welcome',
    life: { created: 19, published: 13 },
    content: {
      kind: 'social_sharing',
      title: 'شاركوا: المكتبة بيتنا جميعًا',
      description:
        'في مكتبة Riverbend دروس مسائية مجانية باللغتين العربية والإنجليزية كل يوم ثلاثاء. شاركوا الخبر مع الجيران الجدد.\n\nFree evening classes in Arabic and English every Tuesday. Please pass it on to new neighbors.',
      startLabel: 'preset:share',
      folderIds: ['f-library'],
      shareLink: `${SITE}/evening-classes`,
      sampleMessage:
        'دروس مسائية مجانية في مكتبة Riverbend كل ثلاثاء. أهلًا وسهلًا! / Free evening classes, all welcome.',
      networks: ['whatsapp', 'telegram', 'facebook'],
    },
  },
  {
    id: 'share-volunteer-week',
    life: { created: 9, scheduled: [0.6, 'private'] },
    publishFailure: 'nobody-selected',
    content: {
      kind: 'social_sharing',
      title: 'Volunteer week: post a picture of your team',
      description: 'Show the people behind the clipboards. One picture, one sentence, one thank-you.',
      startLabel: 'Post a picture',
      media: draw('town-hall', 'Neighbors listen to a speaker in the town hall'),
      folderIds: ['f-welcome'],
      shareLink: `${SITE}/volunteer-week`,
      sampleMessage:
        'These people gave up their Saturday so that everybody has a library in the evening. Thank you, team!',
    },
  },
  {
    id: 'share-winter-banner',
    life: { created: 120, published: 110, deleted: 61 },
    content: {
      kind: 'social_sharing',
      title: 'Share the winter banner (old logo)',
      description: 'Replaced by a banner with the new logo.',
      startLabel: '',
      folderIds: ['f-welcome'],
      shareLink: `${SITE}/winter`,
      sampleMessage: 'Warm coats for cold mornings: bring yours to the bridge.',
    },
  },
];
