import type { ActionContent } from './action-schema.js';

/** The same content again, sharing nothing that can be changed with its source (INV-9). */
export const copyContent = <C extends ActionContent>(content: C): C => structuredClone(content);
