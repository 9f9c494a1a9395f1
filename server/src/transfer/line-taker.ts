import type { Delivery } from '@groundswell/elements/backend';
import type { ActionEvent, Id } from '@groundswell/elements/domain';

import { campaignOf } from '../store/campaign-port.js';
import { Counting } from '../store/counting.js';
import { eventsOf } from '../store/event-port.js';
import { deliveriesOf } from '../store/link-ports.js';
import type { Organization } from '../store/organization.js';
import { CampaignCollector } from './campaign-collector.js';
import { insertExtraRow, type ExtraRow } from './extra-tables.js';
import {
  CAMPAIGN_LISTS,
  checkEntry,
  TransferError,
  type CampaignList,
  type TransferLine,
} from './transfer-line.js';

/** How many entries of a long list go into the database at once. */
const PIECE = 500;

/** Takes the lines of an export one by one into an organization. The campaign is kept until it is complete. */
export class LineTaker {
  hasEnded = false;
  readonly #collector = new CampaignCollector();
  readonly #counting: Counting;
  #known: { readonly actions: ReadonlySet<Id>; readonly users: ReadonlySet<Id> } | undefined;
  #events: ActionEvent[] = [];
  #deliveries: Delivery[] = [];

  constructor(
    private readonly organization: Organization,
    private readonly revision: string,
  ) {
    this.#counting = new Counting(organization);
  }

  /** @throws TransferError where the line is not right, or not here. */
  async take(line: TransferLine, number: number): Promise<void> {
    if (this.hasEnded) throw new TransferError(number, 'comes after the end');
    if (line.name === 'campaign') this.#collector.setCampaign(line.entry);
    else if (isCampaignList(line.name)) this.#collect(line.name, line.entry, number);
    else {
      await this.#fill();
      await this.#takeRest(line, number);
    }
  }

  /** Writes down what is still waiting, and what the log comes to. */
  async finish(): Promise<void> {
    await this.#fill();
    await this.#flush();
    await this.#counting.finish();
  }

  #collect(name: CampaignList, entry: unknown, number: number): void {
    if (this.#known !== undefined) throw new TransferError(number, `comes too late for one of ${name}`);
    this.#collector.add(name, entry, number);
  }

  async #fill(): Promise<void> {
    if (this.#known !== undefined) return;
    const data = this.#collector.build(this.revision);
    this.#known = {
      actions: new Set(data.actions.map(({ id }) => id)),
      users: new Set(data.users.map(({ id }) => id)),
    };
    await campaignOf(this.organization).replace(data);
  }

  async #takeRest(line: TransferLine, number: number): Promise<void> {
    switch (line.name) {
      case 'events':
        this.#events.push(this.#requireKnown(checkEntry('events', line.entry, number), number));
        if (this.#events.length >= PIECE) await this.#flush();
        return;
      case 'deliveries':
        this.#deliveries.push(this.#requireKnown(checkEntry('deliveries', line.entry, number), number));
        if (this.#deliveries.length >= PIECE) await this.#flush();
        return;
      case 'userVersions':
        return this.#setVersion(line.entry);
      case 'end':
        this.hasEnded = true;
        if (line.entry.lines !== number) throw new TransferError(number, 'counts other lines than there are');
        return;
      case 'campaign':
        return;
      default:
        if (isCampaignList(line.name)) return;
        return insertExtraRow(this.organization, { table: line.name, row: line.entry as ExtraRow });
    }
  }

  /** What an entry points at has to be there, as in a campaign file. */
  #requireKnown<T extends { readonly actionId: Id; readonly userId?: Id }>(entry: T, number: number): T {
    const isKnown =
      this.#known?.actions.has(entry.actionId) === true &&
      (entry.userId === undefined || this.#known.users.has(entry.userId));
    if (!isKnown) throw new TransferError(number, 'refers to something that is not in this export');
    return entry;
  }

  async #setVersion({ id, version }: { readonly id: Id; readonly version: number }): Promise<void> {
    const { rows, orgId } = this.organization;
    await rows
      .updateTable('users')
      .set({ version })
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .execute();
  }

  async #flush(): Promise<void> {
    const [events, deliveries] = [this.#events, this.#deliveries];
    [this.#events, this.#deliveries] = [[], []];
    if (deliveries.length > 0) await deliveriesOf(this.organization).add(deliveries);
    if (events.length > 0) await eventsOf(this.organization, this.#counting).append(events);
  }
}

const isCampaignList = (name: string): name is CampaignList =>
  (CAMPAIGN_LISTS as readonly string[]).includes(name);
