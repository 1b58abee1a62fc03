import { randomBytes } from 'node:crypto';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { Live, LiveEdition, LiveState } from '../pipeline/live.js';
import { qrCode } from '../render/qr-code.js';
import { type Answer, fileAnswer, jsonAnswer, redirect, textAnswer } from '../serve/answer.js';
import type { Asked } from '../serve/server.js';
import { newStreams } from '../serve/streams.js';
import type { Role } from '../serve/tokens.js';
import { homePage, namesOf, remotePage, waitingPage } from './home.js';
import { ownFile, ownPage } from './own-files.js';
import { pageAnswer } from './page.js';
import { type Editor, shownProblem } from './problems.js';
import { isList, shelfAddress, shelfView } from './shelf.js';
import { forAudience, forRemote, readOrder, readTalk, type Talk } from './talk.js';
import {
  drawView,
  findPaper,
  findProduct,
  isDeck,
  keepTold,
  newView,
  pathOf,
  updateSlides,
  type View,
} from './views.js';

export interface SiteOptions {
  readonly live: Live;
  readonly cwd: string;
  readonly editor: Editor;
  /** Addresses for phones; null without `--present`. */
  readonly phones: () => { readonly remote: string; readonly audience: string } | null;
  readonly present: boolean;
}

export interface Site {
  readonly isOpen: (path: string) => boolean;
  readonly answer: (asked: Asked) => Promise<Answer | null>;
  /** Tells all pages what has changed; resolves when everything is told. */
  readonly update: (state: LiveState) => Promise<void>;
  readonly end: () => void;
}

/** A page that listens: who opened it, and which it is. */
interface Listening {
  readonly role: Role;
  readonly view: string;
}

/** Where the audience's pages are: decks as everybody may have them. */
const audience = '/follow/';

/** All addresses there are, over decks that are built again and again. */
export function openSite({ live, cwd, editor, phones, present }: SiteOptions): Site {
  const boot = randomBytes(6).toString('hex');
  const views = new Map<string, View>();
  const streams = newStreams<Listening>();
  let state = live.state();
  let talk: Talk | null = null;
  let homeVersion = 1;

  return {
    isOpen: (path) => present && (path === '/follow' || path.startsWith(audience) || isFollowers(path)),
    answer,
    update,
    end: () => streams.end(),
  };

  async function answer(asked: Asked): Promise<Answer | null> {
    const { path, query, role, response, sent } = asked;
    const own = ownFile(path);
    if (own !== null) return { ...fileAnswer(path, own), headers: {} };
    if (path === '/-/events') {
      const view = query.get('view') ?? '';
      // Whoever has no token hears what the audience hears, whatever page it says to be.
      if (role === 'audience' && !view.startsWith(audience)) return textAnswer(403, 'This is not for you.');
      if (role === 'remote' && view !== '/-/remote') return textAnswer(403, 'This is not for you.');
      await listen(streams.open(response, { role, view }));
      return null;
    }
    if (path.startsWith(audience) || path === '/follow') return followers(path);
    if (role === 'audience') return textAnswer(404, 'There is no such page.');
    if (path === '/-/remote') return present ? remotePage(state) : notHere(path);
    if (path === '/-/order') return order(sent);
    if (role === 'remote') return remoteFile(path);
    if (path === '/-/talk') return told(sent);
    if (path === '/') return home();
    if (path === shelfAddress) return shelfView(state, boot, homeVersion).answer;
    if (path === '/-/phones') return jsonAnswer(phones() ?? {});
    if (path === '/-/audience.svg' || path === '/-/remote.svg') return code(path);
    return (await pdf(path)) ?? page(path, path);
  }

  /** A page, or a file beside one. */
  async function page(path: string, asked: string): Promise<Answer> {
    const found = findProduct(asked, state.editions);
    if (found === null) return beside(path);
    const view = views.get(path) ?? newView(path, found.edition, found.product);
    views.set(path, view);
    const safe = await bringUp(view, found.edition);
    if (view.page === null) return notHere(path);
    if (!safe) return waitingPage(state, boot, 503);
    // What is projected, or on the devices of others, is nobody's desk.
    const quiet = path.startsWith(audience) || (present && isDeck(view.product));
    return pageAnswer(view, boot, scriptsFor(view), quiet);
  }

  function scriptsFor({ path, product }: View): readonly string[] {
    if (path.startsWith(audience)) return ['preview', 'follow'];
    return present && product === 'present' ? ['preview', 'talk'] : ['preview'];
  }

  function beside(path: string): Answer {
    if (path.startsWith('/public/assets/')) {
      const bytes = shelfView(state, boot, homeVersion).assets.get(path);
      if (bytes) return fileAnswer(path, bytes);
    }
    for (const { assets } of views.values()) {
      const bytes = assets.get(path);
      if (bytes) return fileAnswer(path, bytes);
    }
    return notHere(path);
  }

  function notHere(path: string): Answer {
    return path.includes('/assets/') ? textAnswer(404, 'There is no such file.') : gone();
  }

  function gone(): Answer {
    return ownPage('gone.hbs', { boot }, 404);
  }

  /** Of the speaker's decks the phone may have pictures, which notes show, and nothing else. */
  function remoteFile(path: string): Answer {
    return /^\/private\/.+\/assets\/[^/]+$/.test(path)
      ? beside(path)
      : textAnswer(403, 'This is not for you.');
  }

  async function pdf(path: string): Promise<Answer | null> {
    const found = findPaper(path, state.editions);
    if (found === null) return null;
    const { value: paper } = await live.page(found.edition, found.product);
    if (paper === null) return null;
    const printed = await live.print(paper);
    if (printed.value !== null) return fileAnswer(path, printed.value.bytes);
    const problems = printed.diagnostics.map((one) => `${one.message} ${one.hint ?? ''}`);
    return textAnswer(503, problems.join('\n'));
  }

  async function followers(path: string): Promise<Answer> {
    if (path === '/follow' || path === audience) {
      const folder = talk?.folder ?? onlyFolder();
      if (folder !== null) return redirect(encodeURI(`${audience}${folder}/index.html`));
      return waitingPage(state, boot);
    }
    return page(path, `/public/${path.slice(audience.length)}`);
  }

  /** Whether a path of ours is one that pages of the audience need. */
  function isFollowers(path: string): boolean {
    return ['/-/events', '/-/preview.js', '/-/follow.js', '/-/follow.css', '/-/overlay.css'].includes(path);
  }

  function onlyFolder(): string | null {
    const folders = [...state.editions.keys()];
    return folders.length === 1 ? (folders[0] ?? null) : null;
  }

  function home(): Answer {
    return homePage(state, { boot, version: homeVersion, phones: phones() });
  }

  function code(path: string): Answer {
    const addresses = phones();
    if (addresses === null) return textAnswer(404, 'There is no such file.');
    const address = path === '/-/remote.svg' ? addresses.remote : addresses.audience;
    const svg = qrCode(address, '').replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
    return fileAnswer('code.svg', Buffer.from(svg));
  }

  /** The speaker's page says where it is. */
  function told(sent: unknown): Answer {
    const now = readTalk(sent);
    if (now === null) return textAnswer(400, 'That is no place in a talk.');
    const other = talk?.folder !== now.folder;
    talk = now;
    streams.tell('at', forAudience(now), ({ view }) => view.startsWith(audience));
    tellRemotes();
    if (other)
      streams.tell('deck', { path: pathOfAudience(now.folder) }, ({ view }) => view.startsWith(audience));
    return jsonAnswer({});
  }

  function tellRemotes(): void {
    if (talk === null) return;
    const known = forRemote(talk, state.editions.get(talk.folder));
    streams.tell('talk', known, ({ view }) => view === '/-/remote');
  }

  function pathOfAudience(folder: string): string {
    return encodeURI(`${audience}${folder}/index.html`);
  }

  function order(sent: unknown): Answer {
    const wanted = readOrder(sent);
    if (wanted === null) return textAnswer(400, 'That is no order.');
    if (talk === null) return textAnswer(409, 'No talk is being given.');
    const { page: leader, folder } = talk;
    streams.tell('order', { do: wanted, page: leader }, ({ view }) => view === pathOf(folder, 'present'));
    return jsonAnswer({});
  }

  /** Whoever comes, or comes back, hears where things are. */
  async function listen({ about: { view, role }, send }: ReturnType<typeof streams.open>): Promise<void> {
    const known = views.get(view);
    const edition = known && state.editions.get(known.folder);
    if (known && edition) await bringUp(known, edition);
    send('hello', { boot, version: isList(view) ? homeVersion : (known?.version ?? 0) });
    if (hearsProblems({ role, view })) send('problems', problems());
    if (talk === null) return;
    if (view.startsWith(audience)) send('at', forAudience(talk));
    if (view === '/-/remote') send('talk', forRemote(talk, state.editions.get(talk.folder)));
  }

  function tellProblems(): void {
    streams.tell('problems', problems(), hearsProblems);
  }

  /** The author, but for a page of the audience in the author's own browser. */
  function hearsProblems({ role, view }: Listening): boolean {
    return role === 'author' && !view.startsWith(audience);
  }

  function problems(): object {
    const all = [...state.diagnostics, ...[...views.values()].flatMap((view) => view.diagnostics)];
    const shown = all.map((one) => shownProblem(one, state.sources, { cwd, editor }));
    return { failed: hasErrors(all), shown };
  }

  async function update(now: LiveState): Promise<void> {
    const before = state;
    state = now;
    const open = new Set([...streams.listeners()].map(({ about }) => about.view));
    const later: (readonly [View, LiveEdition])[] = [];
    // What somebody looks at comes first; all else can wait until it is on the screen.
    for (const view of views.values()) {
      const edition = now.editions.get(view.folder);
      const isFor = ({ view: path }: Listening) => path === view.path;
      if (!edition) {
        views.delete(view.path);
        streams.tell('gone', {}, isFor);
        continue;
      }
      if (edition === view.edition) continue;
      const follows = view.path.startsWith(audience);
      // The audience waits until it is sure that nothing private is among what is new.
      if (follows && !open.has(view.path)) continue;
      const change = follows ? null : updateSlides(view, edition);
      if (change !== null) streams.tell('slides', change, isFor);
      if (open.has(view.path)) later.push([view, edition]);
    }
    if (before.diagnostics.length > 0 || now.diagnostics.length > 0) tellProblems();
    tellRemotes();
    if (namesOf(before) !== namesOf(now)) {
      homeVersion += 1;
      streams.tell('reload', {}, ({ view }) => isList(view));
    }
    if (later.length === 0) return;
    // What was told leaves this process only when the event loop has its turn, and drawing whole pages would keep that from it.
    await new Promise((resolve) => setImmediate(resolve));
    for (const [view, edition] of later) await bringUp(view, edition);
  }

  /**
   * Takes a view to what its edition is now, and tells whoever has it open what is other, whoever it is that asks: a page that is
   * opened while a change is on its way keeps it from nobody. The audience hears of it once it is safe; false where it is not.
   */
  async function bringUp(view: View, edition: LiveEdition): Promise<boolean> {
    const isFor = ({ view: path }: Listening) => path === view.path;
    const follows = view.path.startsWith(audience);
    const change = updateSlides(view, edition);
    const tellSlides = () => {
      if (change !== null) streams.tell('slides', change, isFor);
    };
    if (!follows) tellSlides();
    const { otherShell, otherSettings } = await drawView(view, live);
    if (view.diagnostics.length > 0) tellProblems();
    if (follows && view.page !== null && (await live.leaks(view.edition, view.page)).length > 0) {
      // Nobody was told: what comes next is compared with what the audience has.
      if (view.edition === edition) Object.assign(view, view.told);
      return false;
    }
    keepTold(view);
    if (follows) tellSlides();
    if (otherShell) streams.tell('reload', {}, isFor);
    else if (otherSettings) streams.tell('settings', { version: view.version, json: view.settings }, isFor);
    return true;
  }
}
