import { SCENE_NAMES, type SceneName } from './scene-names.js';

interface Palette {
  readonly sky: string;
  readonly far: string;
  readonly near: string;
  readonly light: string;
}

const PALETTES: readonly [Palette, ...Palette[]] = [
  { sky: '#cfe7e3', far: '#84b082', near: '#2f7f86', light: '#f2b84b' },
  { sky: '#fbe3cb', far: '#a8c596', near: '#0f4c5c', light: '#e4694a' },
  { sky: '#dcefea', far: '#6a994e', near: '#47733a', light: '#f2b84b' },
  { sky: '#f7d9cc', far: '#e4694a', near: '#6d4c6f', light: '#fbf5e9' },
];

const SIZES: Partial<Record<SceneName, readonly [width: number, height: number]>> = {
  'register-desktop': [1600, 778],
  'register-mobile': [800, 1200],
  logo: [240, 240],
};

/** How large a scene is drawn, in pixels. */
export const sceneSize = (name: SceneName): readonly [width: number, height: number] =>
  SIZES[name] ?? [960, 540];

/**
 * A small landscape as a `data:image` address, in colours and shape of its own for every name: for stories and tests,
 * which have no site to load a picture from.
 */
export function drawScene(name: SceneName): string {
  const index = SCENE_NAMES.indexOf(name);
  const { sky, far, near, light } = PALETTES[index % PALETTES.length] ?? PALETTES[0];
  const [width, height] = sceneSize(name);
  const sunX = Math.round(width * (0.2 + ((index * 37) % 60) / 100));
  const horizon = Math.round(height * (0.5 + ((index * 17) % 20) / 100));
  const bank = Math.round(height * 0.78);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<path fill="${sky}" d="M0 0H${width}V${height}H0Z"/>`,
    `<circle fill="${light}" cx="${sunX}" cy="${Math.round(height * 0.3)}" r="${Math.round(height * 0.14)}"/>`,
    `<path fill="${far}" d="M0 ${horizon}Q${width / 4} ${horizon - height / 5} ${width / 2} ${horizon}T${width} ${horizon}V${height}H0Z"/>`,
    `<path fill="${near}" d="M0 ${bank}Q${width / 4} ${bank + height / 12} ${width / 2} ${bank}T${width} ${bank}V${height}H0Z"/>`,
    '</svg>',
  ].join('');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
