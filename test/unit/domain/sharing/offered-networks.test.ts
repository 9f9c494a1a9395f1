import { describe, expect, it } from 'vitest';

import { NETWORKS } from '../../../../src/domain/sharing/network.js';
import { offeredNetworks } from '../../../../src/domain/sharing/offered-networks.js';

describe('the networks that are offered', () => {
  it('are those that the action names, in its order, each once', () => {
    expect(offeredNetworks(['sms', 'x', 'sms'])).toEqual(['sms', 'x']);
  });

  it('are all that can be opened where it names none', () => {
    const onThePage = ['native', 'copy', 'qr'];
    expect(offeredNetworks([])).toEqual(NETWORKS.filter((network) => !onThePage.includes(network)));
  });

  it('leave out what the page does itself', () => {
    expect(offeredNetworks(['copy', 'qr', 'native', 'email'])).toEqual(['email']);
  });
});
