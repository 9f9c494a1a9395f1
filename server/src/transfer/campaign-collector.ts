import { campaignData, type CampaignData } from '@groundswell/elements/backend';

import { TransferError, type CampaignList } from './transfer-line.js';

/** Keeps the part of an export that is a campaign until all of it is there, and where each entry was. */
export class CampaignCollector {
  #campaign: unknown;
  readonly #lists = new Map<CampaignList, { readonly entry: unknown; readonly line: number }[]>();

  setCampaign(entry: unknown): void {
    this.#campaign = entry;
  }

  add(name: CampaignList, entry: unknown, line: number): void {
    const list = this.#lists.get(name) ?? [];
    list.push({ entry, line });
    this.#lists.set(name, list);
  }

  /**
   * The campaign without its log and without what was sent.
   *
   * @throws TransferError that names the line where something is not as it must be.
   */
  build(revision: string): CampaignData {
    const lists = [...this.#lists].map(([name, list]) => [name, list.map(({ entry }) => entry)]);
    const { data, error } = campaignData.safeParse({
      revision,
      campaign: this.#campaign,
      users: [],
      ...Object.fromEntries(lists),
    });
    if (data !== undefined) return data;
    const path = error.issues[0]?.path ?? [];
    const [name, index, ...field] = path;
    const line = this.#lists.get(name as CampaignList)?.[Number(index)]?.line ?? 2;
    throw new TransferError(line, `is not right: ${[name, ...field].map(String).join('.')}`);
  }
}
