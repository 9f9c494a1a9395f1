// The manifest lists what a page may rely on: no private members, no members of the platform's own contract with a
// class, and for each class the tag it is registered under.
const ownContract = new Set([
  'formAssociated',
  'shadowRootOptions',
  'styles',
  'properties',
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
  'formResetCallback',
  'formDisabledCallback',
  'formStateRestoreCallback',
  'formAssociatedCallback',
  'createRenderRoot',
  'render',
  'willUpdate',
  'shouldUpdate',
  'update',
  'updated',
  'firstUpdated',
]);

const isPublic = (member) =>
  !member.name.startsWith('#') &&
  !member.name.startsWith('_') &&
  member.privacy !== 'private' &&
  member.privacy !== 'protected' &&
  !ownContract.has(member.name);

const publicSurface = {
  name: 'public-surface',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const source = module.path;
      const built = `dist/esm/${source.replace(/\.ts$/, '.js')}`;
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        if (!declaration.tagName) continue;
        const isDefinition = ({ kind, name }) =>
          kind === 'custom-element-definition' && name === declaration.tagName;
        if (module.exports?.some(isDefinition)) continue;
        module.exports = [
          ...(module.exports ?? []),
          {
            kind: 'custom-element-definition',
            name: declaration.tagName,
            declaration: { name: declaration.name, module: source },
          },
        ];
      }
      const relink = (reference) => {
        if (reference?.module === source || reference?.module === `/${source}`) reference.module = built;
      };
      for (const entry of module.exports ?? []) relink(entry.declaration);
      module.path = built;
    }
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.element.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicSurface],
};
