import { describe, expect, it } from 'vitest';

import { createMemoryStore } from '../../../src/backend/stores/memory.js';
import type { Ports, Store } from '../../../src/backend/ports.js';
import { conformanceCases, runConformance } from '../../../src/conformance.js';
import type { Caller } from '../../../src/contract/caller.js';
import type { Dispatch } from '../../../src/contract/dispatch.js';
import { makeConformanceWorld, type WorldOptions } from '../../suites/conformance-world.js';

/** The cases that a faulty backend fails, as `group: name`. */
async function failuresOf(groups: readonly string[], makeOptions: () => WorldOptions): Promise<string[]> {
  const cases = conformanceCases.filter(({ group }) => groups.includes(group));
  const results = await runConformance(() => makeConformanceWorld(makeOptions()), { cases });
  return results.filter(({ state }) => state === 'failed').map(({ group, name }) => `${group}: ${name}`);
}

/** A store whose ports lie in one respect. */
function lyingStore(lie: (ports: Ports) => Ports): Store {
  const store = createMemoryStore();
  return {
    ...store,
    transaction: (campaignId, mode, work) => store.transaction(campaignId, mode, (ports) => work(lie(ports))),
  };
}

const forgetKeys = (dispatch: Dispatch): Dispatch => {
  let count = 0;
  return (caller, name, input, options) => {
    count += 1;
    return dispatch(caller, name, input, {
      ...options,
      key: options?.key && `${options.key.slice(0, 7)}${options.key.length > 7 ? `forgotten-${count}` : ''}`,
    });
  };
};

const publishEarly =
  (dispatch: Dispatch): Dispatch =>
  async (caller, name, input, options) => {
    const answer = await dispatch(caller, name, input, options);
    if (name !== 'actions.schedule') return answer;
    const { id, version } = answer as { id: string; version: number };
    return dispatch(caller, 'actions.publish', { id, version, visibility: 'public' });
  };

const confuseCallers =
  (dispatch: Dispatch): Dispatch =>
  (caller, name, input, options) => {
    const first: Caller = { role: 'staff', campaignId: 'conformance', userId: 'staff-1', language: 'en' };
    return dispatch(name.startsWith('feed.') ? caller : first, name, input, options);
  };

describe('the conformance suite', () => {
  it('catches a backend that forgets idempotency keys', async () => {
    const failures = await failuresOf(['keys'], () => ({ spoil: forgetKeys }));
    expect(failures).toContain('keys: the same key and body create one action, and answer the same');
    expect(failures).toContain('keys: a perform that is sent twice counts once');
  });

  it('catches a backend that shows private actions to everybody', async () => {
    const leak = (ports: Ports): Ports => ({
      ...ports,
      deliveries: { ...ports.deliveries, has: () => Promise.resolve(true) },
      actions: {
        ...ports.actions,
        feed: (query) =>
          ports.actions.list({
            ...query,
            statuses: ['published'],
            kinds: [...query.kinds],
            sort: 'updated',
            descending: true,
          }),
      },
    });
    const failures = await failuresOf(['audience', 'publishing'], () => ({ store: lyingStore(leak) }));
    expect(failures).toContain('publishing: sending publishes a draft to those on the list and nobody else');
    expect(failures).toContain(
      'audience: what somebody cannot see they cannot open, start or find out about',
    );
  });

  it('catches a backend that publishes before the time has come', async () => {
    const failures = await failuresOf(['schedule'], () => ({ spoil: publishEarly }));
    expect(failures).toContain(
      'schedule: a scheduled action is published at its time and never a millisecond early',
    );
  });

  it('catches a backend that takes everybody for an organizer', async () => {
    const failures = await failuresOf(['access'], () => ({ spoil: confuseCallers }));
    expect(failures).toContain('access: actions.create is for those who organize');
  });

  it('catches a backend that ignores versions', async () => {
    const deafToVersions =
      (dispatch: Dispatch): Dispatch =>
      async (caller, name, input, options) => {
        const { id, version } = input as { id?: string; version?: number };
        if (id === undefined || version === undefined) return dispatch(caller, name, input, options);
        const current = await dispatch(caller, 'actions.get', { id }).catch(() => ({ version }));
        return dispatch(
          caller,
          name,
          { ...(input as object), version: (current as { version: number }).version },
          options,
        );
      };
    const failures = await failuresOf(['drafts'], () => ({ spoil: deafToVersions }));
    expect(failures).toContain('drafts: a stale update is refused with the action as it is');
  });

  it('catches a backend that counts the same person twice', async () => {
    const countAgain = (ports: Ports): Ports => ({
      ...ports,
      deliveries: { ...ports.deliveries, add: (all) => Promise.resolve(all) },
    });
    const failures = await failuresOf(['publishing'], () => ({ store: lyingStore(countAgain) }));
    expect(failures).toContain('publishing: sending again reaches only those who had not been sent it');
  });

  it('catches a backend that lets people guess codes for as long as they like', async () => {
    const forgive = (ports: Ports): Ports => ({
      ...ports,
      signIn: { ...ports.signIn, save: (code) => ports.signIn.save({ ...code, attempts: 0 }) },
    });
    const failures = await failuresOf(['sign-in'], () => ({ store: lyingStore(forgive) }));
    expect(failures).toEqual(['sign-in: after five wrong codes the right one is refused too']);
  });

  it('catches a backend that trims what people write', async () => {
    const trim =
      (dispatch: Dispatch): Dispatch =>
      (caller, name, input, options) =>
        dispatch(
          caller,
          name,
          JSON.parse(JSON.stringify(input), (_key, value: unknown) =>
            typeof value === 'string' ? value.trim() : value,
          ) as unknown,
          options,
        );
    const failures = await failuresOf(['content'], () => ({ spoil: trim }));
    expect(failures).toContain('content: every text keeps one space to the letter');
  });

  it('reports a backend that breaks down instead of stopping', async () => {
    const results = await runConformance(() => Promise.reject(new Error('no backend here')), {
      cases: conformanceCases.slice(0, 3),
    });
    expect(results.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
  });

  it('leaves out, and says so, what a world without a clock cannot show', async () => {
    const makeWorld = async () => {
      const { advanceTo: _clock, ...world } = await makeConformanceWorld();
      return world;
    };
    const cases = conformanceCases.filter(({ group }) => group === 'schedule');
    const results = await runConformance(makeWorld, { cases });
    expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['skipped']));
  });

  it('has a different name for each of its cases, and at least 70 of them', () => {
    const names = conformanceCases.map(({ group, name }) => `${group}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(70);
  });
});
