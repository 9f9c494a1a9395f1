import type { BrowserContext, Page } from 'puppeteer-core';

type Role = 'button' | 'checkbox' | 'menuitem' | 'radio' | 'textbox' | 'link' | 'heading' | 'combobox';

/** How long somebody waits for what they expect to see, in milliseconds. */
const PATIENCE = 15_000;

/** Somebody with a tab of their own, who finds things by the name that a screen reader would say. */
export class Someone {
  /** Everything that went wrong in the page, or that its policy has reported. */
  readonly troubles: string[] = [];

  private constructor(readonly page: Page) {}

  /** Opens a page, with what a device remembers by key. */
  static async open(
    context: BrowserContext,
    url: string,
    remembered: Record<string, string> = {},
  ): Promise<Someone> {
    const page = await context.newPage();
    const someone = new Someone(page);
    await page.setViewport({ width: 1280, height: 1000 });
    page.on('pageerror', (error) => someone.troubles.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') someone.troubles.push(message.text());
    });
    await page.evaluateOnNewDocument((entries) => {
      for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
    }, remembered);
    await page.goto(url);
    return someone;
  }

  async press(name: string, role: Role = 'button'): Promise<void> {
    await this.page.bringToFront();
    await this.#find(name, role).click();
  }

  async fill(name: string, text: string): Promise<void> {
    await this.page.bringToFront();
    await this.#find(name, 'textbox').fill(text);
  }

  /** Waits until something with this name is there. */
  async sees(name: string, role: Role = 'heading'): Promise<void> {
    await this.page.bringToFront();
    await this.#find(name, role).wait();
  }

  /** Waits until a text is somewhere in the page, in whatever element. */
  async reads(text: string): Promise<void> {
    await this.page.bringToFront();
    const isThere = (wanted: string): boolean => {
      const isIn = (root: Document | ShadowRoot): boolean =>
        [...root.querySelectorAll('*')].some(
          (element) =>
            (element instanceof HTMLElement && element.innerText.includes(wanted)) ||
            (element.shadowRoot !== null && isIn(element.shadowRoot)),
        );
      return isIn(document);
    };
    await this.page.waitForFunction(isThere, { timeout: PATIENCE }, text);
  }

  /** Types into a control without a text role, such as a date, by its id in the element that has it. */
  async set(element: string, id: string, value: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.locator(`${element} >>> #${id}`).setTimeout(PATIENCE).fill(value);
  }

  /** Presses the one of several things in the page itself that has this text. */
  async choose(among: string, text: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.locator(`${among} ::-p-text(${text})`).setTimeout(PATIENCE).click();
  }

  #find(name: string, role: Role) {
    return this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`).setTimeout(PATIENCE);
  }
}
