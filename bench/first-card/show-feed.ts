import '@groundswell/elements/elements/action-feed';
import { configure } from '@groundswell/elements';
import { createHttpClient } from '@groundswell/elements/http-client';

configure({ client: createHttpClient({ baseUrl: '/api' }) });
