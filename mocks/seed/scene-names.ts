/** The pictures that the invented campaign refers to, by name. The demonstration site has a drawing for each. */
export const SCENE_NAMES = [
  'canvass',
  'crossing',
  'evening-bus',
  'friends',
  'harvest',
  'library',
  'logo',
  'petition',
  'register-desktop',
  'register-mobile',
  'river-day',
  'share',
  'survey',
  'texting',
  'town-hall',
  'video',
] as const;

export type SceneName = (typeof SCENE_NAMES)[number];

/** Gives the address of a picture: absolute http or https, or a `data:image` address. */
export type SceneUrl = (name: SceneName) => string;
