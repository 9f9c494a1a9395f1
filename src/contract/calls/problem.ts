// Compiled from the contract by scripts/compile-calls.mjs. Do not edit.
import type { Shape } from '../read-shape.js';

export const problemShape: Shape = ["o",{"type":"s","title":"s","status":"n","code":"s","reason":["?",["l","deleted","closed","not-published","already-published","already-public","public-stays-public","not-scheduled","not-due","not-closed","already-closed","in-the-past","incomplete","nobody-selected"]],"fields":["?",["a",["o",{"path":"s","code":["l","required","too-long","too-many","invalid","unsafe-link","in-the-past","unknown-reference","not-allowed"],"limit":["?","n"]}]]],"retryAfter":["?","n"],"current":["?","x"]}];
