// The files for a script tag: each one holds the elements, Lit and everything else they need.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

export default ['volunteer', 'admin', 'all'].map((name) => ({
  input: `dist/esm/src/${name}.js`,
  output: { file: `dist/cdn/${name}.js`, format: 'es', inlineDynamicImports: true, sourcemap: true },
  // Notes about the sources of other packages are for their authors.
  onLog: (level, log, handle) => {
    const about = [log.id, log.loc?.file, ...(log.ids ?? [])].filter(Boolean);
    if (about.length === 0 || !about.every((file) => file.includes('node_modules'))) handle(level, log);
  },
  plugins: [
    nodeResolve({ exportConditions: ['production', 'browser'], browser: true }),
    terser({ ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: false } }),
  ],
}));
