// Modules that exist only while the site, the stories and the tests run, or only after a build.

declare module '@groundswell/elements/custom-elements.json' {
  import type { Package } from 'custom-elements-manifest';

  const manifest: Package;
  export default manifest;
}

declare module '@groundswell/elements/openapi.json' {
  const document: Readonly<Record<string, unknown>>;
  export default document;
}

/** Every file under stories/, by its path (scripts/wtr-story-index.mjs). */
declare module 'virtual:stories' {
  export const stories: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>>;
}
