import { createContext } from '@lit/context';

import type { Client } from '../contract/client.js';

/** The client that a provider gives to everything inside it. The symbol is shared by two copies of the package. */
export const clientContext = createContext<Client | undefined>(Symbol.for('groundswell.client'));
