/**
 * What any backend must do, as plain functions: they run under every test runner, in Node and in a browser.
 *
 * Fill your backend with `conformanceCampaign` (and `outsideCampaign` beside it), describe it as a `ConformanceWorld`,
 * and hand that to `runConformance`, or give each of `conformanceCases` to your runner with `runCase`.
 */
export { conformanceCases } from './conformance/conformance-cases.js';
export { ConformanceFailure } from './conformance/expect.js';
export { conformanceCampaign, outsideCampaign } from './conformance/fixture.js';
export {
  runCase,
  runConformance,
  type ConformanceResult,
  type ConformanceRunOptions,
} from './conformance/run-conformance.js';
export type { ConformanceCase, ConformanceNeed, ConformanceWorld } from './conformance/world.js';
