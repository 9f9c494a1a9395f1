import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: TemplateResult;
  /** Why it can't be chosen now, in words. */
  readonly reason?: string | undefined;
  readonly isDangerous?: boolean;
  readonly run: () => void;
}

interface MenuOptions {
  /** Unique in the shadow root. */
  readonly id: string;
  readonly label: TemplateResult | string;
  /** The name of the button where its label does not say enough. */
  readonly name?: string;
  readonly tone?: 'primary' | 'small';
  /** Asked for when the menu opens. */
  readonly entries: () => readonly MenuEntry[];
}

/**
 * Menus of one element: a button and a native popover each, of which one is open at most. Arrow keys, Home, End and the
 * first letter move; Escape closes and gives the focus back. An entry that can't be chosen says why.
 */
export class PopMenu implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #open: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = undefined;
  }

  render({ id, label, name, tone, entries }: MenuOptions): TemplateResult {
    const isOpen = this.#open === id;
    return html`<button
        type="button"
        class="button ${tone ?? ''}"
        id="${id}-button"
        popovertarget=${id}
        aria-haspopup="menu"
        aria-expanded=${isOpen}
        aria-label=${name ?? nothing}
      >
        ${label}
        <svg class="caret" viewBox="0 0 12 12" aria-hidden="true">
          <path
            d="M2.5 4.5 6 8l3.5-3.5"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
          />
        </svg>
      </button>
      <div
        popover
        class="pop-menu"
        id=${id}
        role="menu"
        aria-labelledby="${id}-button"
        @beforetoggle=${(event: ToggleEvent) => this.#onBeforeToggle(id, event)}
        @toggle=${onToggle}
        @keydown=${onKeyDown}
      >
        ${isOpen ? entries().map((entry, index) => menuItem(id, entry, index)) : nothing}
      </div>`;
  }

  #onBeforeToggle(id: string, { newState }: ToggleEvent): void {
    if (newState === 'open') this.#open = id;
    else if (this.#open === id) this.#open = undefined;
    this.#host.requestUpdate();
  }
}

const menuItem = (id: string, entry: MenuEntry, index: number): TemplateResult => {
  const { label, icon, reason, isDangerous, run } = entry;
  const onClick = (event: Event) => {
    if (reason !== undefined) return;
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
    run();
  };
  return html`<button
    type="button"
    role="menuitem"
    tabindex="-1"
    class=${isDangerous ? 'dangerous' : nothing}
    aria-disabled=${reason === undefined ? nothing : 'true'}
    aria-describedby=${reason === undefined ? nothing : `${id}-reason-${index}`}
    @click=${onClick}
  >
    ${icon ?? nothing}
    <span>
      <span class="name">${label}</span>
      ${reason === undefined ? nothing : html`<span class="reason" id="${id}-reason-${index}">${reason}</span>`}
    </span>
  </button>`;
};

const itemsOf = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role="menuitem"]'),
];

function onToggle(event: ToggleEvent): void {
  if (event.newState === 'open') itemsOf(event.currentTarget as HTMLElement)[0]?.focus();
}

function onKeyDown(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const items = itemsOf(menu);
  const at = items.findIndex((item) => item.matches(':focus'));
  const next = nextIndex(event.key, at, items);
  if (event.key === 'Tab') menu.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}

/** Which entry a key leads to, if it leads to one. */
function nextIndex(key: string, at: number, items: readonly HTMLElement[]): number | undefined {
  const { length } = items;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length;
    case 'ArrowUp':
      return (at - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const order = items.map((_, index) => (at + 1 + index) % length);
      return order.find((index) => startsWith(items[index], key));
    }
  }
}

const startsWith = (item: HTMLElement | undefined, letter: string): boolean =>
  item?.querySelector('.name')?.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()) === true;
