import type { Draw, PlannedAction } from './planned-action.js';

const CONSENT =
  'I am at least 18 years old, this is my own story, and Riverbend Together may show it on its website and social media. I can ask for it to be taken down at any time.';

/** Telling one's story in front of a camera. */
export const videoStoriesActions = (draw: Draw): PlannedAction[] => [
  {
    id: 'story-why-i-help',
    life: { created: 34, published: 24 },
    content: {
      kind: 'video_stories',
      title: 'Tell us in one minute why you help',
      description:
        'Your story brings the next person through the door. Sit by a window, hold the phone sideways, look at somebody you like, and talk to them instead of to us.',
      disclaimer: 'You see your video before anybody else does, and you can record it again.',
      startLabel: 'preset:record',
      media: draw('video', 'A woman in a yellow headscarf tells her story to a phone on a tripod'),
      folderIds: ['f-welcome'],
      prompt: 'What happened on the day you decided to help? Start with where you were.',
      maxSeconds: 60,
      consentText: CONSENT,
    },
  },
  {
    id: 'story-crossing',
    life: { created: 4 },
    content: {
      kind: 'video_stories',
      title: 'Parents: show us your way to school',
      description:
        'Film the fifty steps across Mill Street. The board should see what a seven-year-old sees.',
      startLabel: 'preset:record',
      media: draw('crossing', 'A crossing guard stops the traffic for three children'),
      folderIds: ['f-getting-around'],
      prompt: '',
      maxSeconds: 90,
      consentText: CONSENT,
    },
  },
  {
    id: 'story-night-shift',
    life: { created: 66, published: 55, closed: 18 },
    visibility: 'private',
    audience: { listIds: ['ul-library-friends', 'ul-espanol'] },
    content: {
      kind: 'video_stories',
      title: 'Night-shift stories from Route 6',
      description:
        'Seventeen people told the transit board how they get home after nine. Thank you for your courage.',
      startLabel: 'Tell your story',
      media: draw('evening-bus', 'Two people wait at a stop as the evening bus pulls in'),
      folderIds: ['f-getting-around'],
      prompt: 'It is 9 pm and your shift is over. How do you get home?',
      maxSeconds: 120,
      consentText: CONSENT,
    },
  },
];
