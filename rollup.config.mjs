// The files for a script tag: each one holds the elements, Lit and everything else they need.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

export default ['volunteer', 'admin', 'all'].map((name) => ({
  input: `dist/esm/src/${name}.js`,
  output: { file: `dist/cdn/${name}.js`, format: 'es', inlineDynamicImports: true, sourcemap: true },
  plugins: [
    nodeResolve({ exportConditions: ['production', 'browser'], browser: true }),
    terser({ ecma: 2022, module: true, format: { comments: false } }),
  ],
}));
