export { RIVERBEND_PEOPLE } from './seed/riverbend-people.js';
export { riverbend, RIVERBEND_SHARE_TOKEN, type RiverbendOptions } from './seed/riverbend.js';
export { SCENE_NAMES, type SceneName, type SceneUrl } from './seed/scene-names.js';
