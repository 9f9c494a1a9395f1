import { DemoPage } from './demo-page.js';
import { DEMO_WORDS } from './demo-words.js';

/**
 * Opens the page, and says so in words where that fails: what the page shows without script stays as it is.
 *
 * @returns The page, or undefined when it could not start.
 */
export async function openPage(options: Parameters<typeof DemoPage.open>[0]): Promise<DemoPage | undefined> {
  try {
    return await DemoPage.open(options);
  } catch (error) {
    reportError(error);
    const words = DEMO_WORDS[document.documentElement.lang === 'es' ? 'es' : 'en'];
    const notice = document.createElement('p');
    notice.className = 'demo-notice';
    notice.setAttribute('role', 'alert');
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.textContent = words.retry;
    retry.addEventListener('click', () => location.reload());
    notice.append(`${words.failed} `, retry);
    document.querySelector('main')?.prepend(notice);
    return undefined;
  }
}
