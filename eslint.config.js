import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = '**/*.ts';
const shippedCode = ['src/**/*.ts', 'server/**/*.ts', 'site/**/*.ts', 'mocks/**/*.ts', 'stories/**/*.ts'];

const htmlSink = 'writes a string as HTML. Render with a lit template';
const htmlSinks = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
]
  .map((name) => ({
    selector: `:matches(MemberExpression[property.name='${name}'], Property[key.name='${name}'])`,
    message: `${name} ${htmlSink}.`,
  }))
  .concat({
    selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\.(inner|outer)HTML\\s*=/]',
    message: `An .innerHTML binding ${htmlSink}.`,
  });

const inlineStyles = [
  "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
  "MemberExpression[object.property.name='style'][property.name='cssText']",
].map((selector) => ({
  selector,
  message: 'Inline styles are refused by strict policies: use a class or a part.',
}));

const everywhere = [...htmlSinks, ...inlineStyles];

const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };

const airborne = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` as an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Take `now` as an argument.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take `now` as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take it as an argument.',
  },
];

const outsideWorld = [
  ...['fetch', 'crypto', 'performance', 'document', 'window', 'self', 'globalThis', 'navigator', 'location'],
  ...[
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'console',
  ],
].map((name) => ({ name, message: 'A rule is a pure function: take what it needs as an argument.' }));

const banned = {
  paths: ['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'style-map'].map((directive) => ({
    name: `lit/directives/${directive}.js`,
    message: directive === 'style-map' ? 'It sets inline styles: use a class or a part.' : `It ${htmlSink}.`,
  })),
  patterns: [
    {
      group: ['lit-html', 'lit-html/*', 'lit-element', 'lit-element/*', '@lit/reactive-element*'],
      message: 'Import from lit.',
    },
    { regex: '^zod(?!/mini$)', message: 'Import * as z from zod/mini.' },
  ],
};

export default defineConfig(
  globalIgnores(['**/dist/', 'coverage/', '**/node_modules/', '.groundswell/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: [typescript],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      lit.configs['flat/all'],
      wc.configs['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...Object.fromEntries(Object.keys(litA11y.rules).map((rule) => [`lit-a11y/${rule}`, 'error'])),
      'lit/ban-attributes': ['error', 'style'],
      // A list of buttons needs one handler for each, and mapping inside the template is how Lit lists are written.
      'lit/no-template-arrow': 'off',
      'lit/no-template-map': 'off',
      // LitElement has every lifecycle method.
      'wc/guard-super-call': 'off',
      'no-undef': 'off',
      'no-restricted-imports': ['error', banned],
      'no-restricted-syntax': ['error', ...everywhere],
      // A bad value from the page is worth a warning to whoever wrote the page.
      'no-console': ['error', { allow: ['warn'] }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      // `type` and `interface`, Record and index signature: each has its place.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // Needed where an index signature is read under noPropertyAccessFromIndexSignature.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: shippedCode,
    rules: { 'max-lines': ['error', { max: 250 }] },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, defaultExport] },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, defaultExport, ...airborne],
      'no-restricted-globals': ['error', ...outsideWorld],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      // Tests play the host page, and sometimes the attacker.
      'no-restricted-syntax': 'off',
      // With snapshots about, the types say that `equal` gives a promise. It does not.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: '@types/chai' }] },
      ],
      // `expect(x).to.be.true` is a statement.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `const card: ActionCardElement = await fixture(…)`: what a parser made, no constructor was called for.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: [
      '*.config.{ts,js,mjs}',
      '.storybook/**',
      'scripts/**',
      'bench/**',
      'test/guards/**',
      'test/suites/server/**',
    ],
    rules: { 'no-console': 'off' },
  },
);
