import '@groundswell/elements/elements/action-page';
import { configure } from '@groundswell/elements';
import { createHttpClient } from '@groundswell/elements/http-client';

const person = new URLSearchParams(location.search).get('person') ?? 'nobody';

configure({
  client: createHttpClient({
    baseUrl: '/api',
    getToken: () => Promise.resolve(person),
    owner: person,
    outbox: true,
  }),
});
