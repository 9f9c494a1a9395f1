import { createContext } from '@lit/context';

import type { Strings } from '../i18n/words.js';

/** Words that a provider replaces in everything inside it. */
export const stringsContext = createContext<Strings | undefined>(Symbol.for('groundswell.strings'));
