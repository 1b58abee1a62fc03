import type { BrowserContext, CDPSession, Page } from 'puppeteer-core';

/** A page in which every sign of a script that ran is kept. */
export interface WatchedPage {
  readonly page: Page;
  /** Calls of `alert` and its like, with what they were called with. */
  readonly ran: () => Promise<readonly string[]>;
  /** What the page asked for that is no file of its own, navigations included. */
  readonly asked: readonly string[];
}

/**
 * Opens a page that says of itself when a script runs that should not, and that never leaves where it is.
 *
 * The content security policy is off: it is a second wall, and a wall behind the first must not hide its holes.
 */
export async function watchedPage(
  browser: BrowserContext,
  own: (url: string) => boolean,
): Promise<WatchedPage> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.setBypassCSP(true);
  const asked: string[] = [];
  await page.exposeFunction('scriptRan', (what: string) => {
    asked.push(`ran: ${what}`);
  });
  await page.evaluateOnNewDocument(() => {
    const top = window.top as Window & { ran?: string[] };
    const say =
      (name: string) =>
      (...given: unknown[]) => {
        const frame = window.frameElement?.id ?? '';
        try {
          top.ran ??= [];
          top.ran.push(`${frame} ${name}(${given.join(', ')})`);
        } catch {
          // A frame of another origin cannot reach the page it stands in.
          (window as unknown as { scriptRan(what: string): void }).scriptRan(name);
        }
      };
    for (const name of ['alert', 'prompt', 'confirm', 'print', 'open', 'msgbox']) {
      Object.defineProperty(window, name, { value: say(name), writable: false, configurable: false });
    }
  });
  const session = await page.createCDPSession();
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  session.on('Fetch.requestPaused', ({ requestId, request: { url } }) => answer(session, requestId, url));
  browser.on('targetcreated', (target) => {
    if (target.opener() === page.target()) asked.push(`window: ${target.url()}`);
  });
  return {
    page,
    asked,
    ran: () => page.evaluate(() => (window as Window & { ran?: string[] }).ran ?? []),
  };

  function answer(through: CDPSession, requestId: string, url: string): void {
    if (own(url)) through.send('Fetch.continueRequest', { requestId }).catch(() => {});
    else {
      asked.push(url);
      // "No content" leaves the page where it is.
      through.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }).catch(() => {});
    }
  }
}

/** In the page: does to every element what viewers do, and more. Links of the web and to files beside the page are left: they lead away by design. */
export function provoke(root: string): void {
  const names =
    'click dblclick mouseover mouseenter mousemove mouseout pointerenter pointerover pointerdown focus focusin blur input change keydown load error toggle beforetoggle wheel scroll scrollend animationstart animationend transitionend begin end repeat submit reset invalid select copy paste drag drop loadstart canplay play beforematch contentvisibilityautostatechange'.split(
      ' ',
    );
  for (const element of document.querySelectorAll<HTMLElement>(root)) {
    const link = element.closest('a, area');
    const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? '';
    const away = /^\s*(?:https?:|mailto:|tel:|sms:|geo:|\/\/|assets\/)/i.test(href);
    for (const name of names) {
      if (name === 'click' && away) continue;
      try {
        element.dispatchEvent(new MouseEvent(name, { bubbles: false, cancelable: true }));
      } catch {
        // A handler that fails has run, which is what is looked for.
      }
    }
    if (!away && typeof element.click === 'function') element.click();
  }
}
