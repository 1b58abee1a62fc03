/**
 * Keeps a page of the preview up to date: slides that changed are swapped in place, mistakes are laid over the page. A
 * classic script, as all of a deck's are.
 */
(() => {
  const { view, boot, version: loaded, quiet } = document.currentScript.dataset;
  const isDeck = typeof Reveal !== 'undefined';
  const place = `deckhand:${view}`;
  let version = Number(loaded);
  // Over what others see nothing is laid; the speaker's window says it.
  const overlay = quiet === undefined ? newOverlay() : aside();

  const stream = new EventSource(`/-/events?view=${encodeURIComponent(view)}`);
  const on = (name, act) => stream.addEventListener(name, ({ data }) => act(JSON.parse(data)));
  on('hello', (hello) => {
    // The server was started again, or something changed while this page slept.
    if (hello.boot !== boot || hello.version !== version) reload();
  });
  on('slides', (change) => whenReady(() => swap(change)));
  on('settings', ({ json, version: now }) => whenReady(() => resettle(json, now)));
  on('reload', reload);
  on('gone', () => window.location.replace(view.startsWith('/follow/') ? '/follow/' : '/'));
  on('problems', overlay.show);
  stream.addEventListener('open', () => overlay.lost(false));
  stream.addEventListener('error', () => overlay.lost(true));
  window.addEventListener('pagehide', () => stream.close());
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) reload();
  });
  // What is told first may come before the scripts below have been loaded: they hear it when they ask.
  const heard = new Map();
  for (const name of ['hello', 'deck', 'at']) {
    stream.addEventListener(name, ({ data }) => heard.set(name, data));
  }
  window.deckhandPreview = {
    on(name, act) {
      if (heard.has(name)) act(JSON.parse(heard.get(name)));
      on(name, act);
    },
    view,
  };
  if (isDeck) whenReady(putBack);

  function whenReady(act) {
    if (!isDeck) return;
    if (Reveal.isReady()) act();
    else Reveal.on('ready', act);
  }

  function reload() {
    if (isDeck && Reveal.isReady()) {
      const { h, v, f } = Reveal.getIndices();
      const id = Reveal.getCurrentSlide()?.id;
      const kept = { id, h, v, f, overview: Reveal.isOverview(), dark: Reveal.isPaused() };
      sessionStorage.setItem(place, JSON.stringify(kept));
    }
    window.location.reload();
  }

  /** After a reload: what the address does not say. */
  function putBack() {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    sessionStorage.removeItem(place);
    if (kept === null) return;
    const section = document.getElementById(kept.id);
    if (section) goTo(section, kept.f);
    // One that is gone, or has another title, leaves its place to what is there now.
    else Reveal.slide(Math.min(kept.h, Reveal.getHorizontalSlides().length - 1), kept.v);
    if (kept.overview) Reveal.toggleOverview(true);
    if (kept.dark) Reveal.togglePause(true);
  }

  function goTo(section, step) {
    if (!section) return;
    const { h, v } = Reveal.getIndices(section);
    Reveal.slide(h, v, step);
  }

  /** Puts new slides in the places of old ones, and leaves everything else as it is. */
  function swap({ version: now, order, changed }) {
    version = now;
    const slides = Reveal.getSlidesElement();
    const current = Reveal.getCurrentSlide();
    const indices = Reveal.getIndices();
    const before = placesOf(slides);
    const made = new Map(Object.entries(changed).map(([id, html]) => [id, fromHtml(html)]));
    const pairs = samePlaces(before, order, made);
    if (pairs !== null) {
      const elements = pairs.map(([was]) => document.getElementById(was));
      for (const [at, [, id]] of pairs.entries()) {
        const old = elements[at];
        if (old) replace(old, made.get(id), old === current ? indices.f : undefined);
      }
      // The address names the slide, which may be called something else now. Asked for a slide, reveal.js would look at all.
      const [, called] = pairs.find(([was, id], at) => elements[at] === current && was !== id) ?? [];
      if (called) history.replaceState(history.state, '', `#/${encodeURIComponent(called)}`);
      told([...made.keys()]);
      return;
    }
    const scroll = scrollsOf(current);
    const others = [...slides.children].filter(({ tagName }) => tagName !== 'SECTION');
    const old = new Map([...slides.querySelectorAll('section')].map((one) => [one.id, one]));
    const sectionOf = (id) => made.get(id) ?? old.get(id);
    slides.replaceChildren(
      ...order.map((ids) => {
        const sections = ids.map(sectionOf).filter(Boolean);
        if (sections.length < 2) return sections[0] ?? '';
        const stack = document.createElement('section');
        stack.append(...sections);
        return stack;
      }),
      ...others,
    );
    Reveal.sync();
    // A slide that is gone leaves its place to the one that moved up.
    const flat = order.flatMap((ids, h) => ids.map((id, v) => ({ id, h, v })));
    const same = flat.find(({ id }) => id === current?.id);
    const next = same ?? flat[Math.min(flatIndex(before, indices), flat.length - 1)];
    if (next) Reveal.slide(next.h, next.v, same ? indices.f : undefined);
    if (Reveal.isOverview()) Reveal.layout();
    putScrolls(Reveal.getCurrentSlide(), scroll);
    told([...made.keys()]);
  }

  /**
   * Where nothing comes, goes or moves: each slide that changes, as it was called and as it is called. Null where places change.
   */
  function samePlaces(before, order, made) {
    if (before.length !== order.length) return null;
    const pairs = [];
    for (const [h, ids] of order.entries()) {
      if (before[h].length !== ids.length) return null;
      for (const [v, id] of ids.entries()) {
        const was = before[h][v];
        if (was !== id && !made.has(id)) return null;
        if (made.has(id)) pairs.push([was, id]);
      }
    }
    return pairs;
  }

  /** What is in a section changes, and the section stays: reveal.js knows where it is. */
  function replace(old, section, step) {
    const scroll = scrollsOf(old);
    const own = new Set([
      'class',
      'style',
      'hidden',
      'aria-hidden',
      'data-index-h',
      'data-index-v',
      'data-fragment',
    ]);
    for (const { name } of [...old.attributes]) {
      if (!own.has(name) && !section.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of section.attributes) {
      if (!own.has(name) || (name !== 'class' && name !== 'style')) old.setAttribute(name, value);
    }
    old.replaceChildren(...section.childNodes);
    // Grounds are on the slides themselves; reveal.js, asked about its own, would go through those of all slides.
    if ([...old.attributes].some(({ name }) => name.startsWith('data-background'))) Reveal.syncSlide(old);
    else Reveal.loadSlide(old);
    Reveal.syncFragments(old);
    if (step !== undefined && step >= 0) Reveal.navigateFragment(step);
    putScrolls(old, scroll);
  }

  function placesOf(slides) {
    return sectionsIn(slides).map((section) => {
      const below = sectionsIn(section);
      return below.length > 0 ? below.map(({ id }) => id) : [section.id];
    });
  }

  /** In the overview reveal.js keeps the backgrounds among the slides. */
  function sectionsIn(element) {
    return [...element.children].filter(({ tagName }) => tagName === 'SECTION');
  }

  function flatIndex(places, { h, v }) {
    return places.slice(0, h).reduce((sum, ids) => sum + ids.length, 0) + (v ?? 0);
  }

  function fromHtml(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content.firstElementChild;
  }

  /** How far each part of a slide is scrolled, by where it is in it. */
  function scrollsOf(section) {
    return [...(section?.querySelectorAll('*') ?? [])].map(({ scrollTop, scrollLeft }) => [
      scrollTop,
      scrollLeft,
    ]);
  }

  function putScrolls(section, scrolls) {
    const all = section?.querySelectorAll('*') ?? [];
    for (const [at, [top, left]] of scrolls.entries()) {
      if ((top || left) && all[at]) all[at].scrollTo({ top, left, behavior: 'instant' });
    }
  }

  function resettle(json, now) {
    version = now;
    document.querySelector('script#deck-settings').textContent = json;
    told([]);
  }

  /** Other scripts of the deck look at its slides again. */
  function told(ids) {
    document.dispatchEvent(new CustomEvent('deckhand-swap', { detail: { ids } }));
  }

  /** Tells other scripts of the page what there would be to lay over it. */
  function aside() {
    const say = (detail) => document.dispatchEvent(new CustomEvent('deckhand-problems', { detail }));
    let shown = [];
    return {
      show(problems) {
        shown = problems.shown;
        say({ shown, isLost: false });
      },
      lost: (isLost) => say({ shown, isLost }),
    };
  }

  /** Mistakes over the last good page, in a tree of their own that no deck's rules reach. */
  function newOverlay() {
    const host = document.createElement('deckhand-overlay');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = '/-/overlay.css';
    const panel = element('div', 'panel');
    const count = element('button', 'count');
    const lost = element(
      'p',
      'lost',
      'The preview has ended, or cannot be reached. This page goes on when it is back.',
    );
    count.type = 'button';
    lost.hidden = true;
    panel.hidden = true;
    count.hidden = true;
    count.addEventListener('click', () => {
      panel.hidden = !panel.hidden;
    });
    panel.setAttribute('role', 'alert');
    root.append(sheet, panel, count, lost);
    // Keys for the panel are none for the deck.
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') panel.hidden = true;
      event.stopPropagation();
    });
    document.body.append(host);
    let opened = false;

    return {
      show({ failed, shown }) {
        host.dataset.errors = String(shown.filter(({ severity }) => severity === 'error').length);
        host.dataset.warnings = String(shown.filter(({ severity }) => severity === 'warning').length);
        panel.replaceChildren(...shown.map(problem));
        count.textContent = counted(shown);
        count.classList.toggle('failed', failed);
        count.hidden = shown.length === 0;
        // Whoever closed the list of a mistake is shown the next one all the same.
        if (failed) panel.hidden = false;
        else if (opened || shown.length === 0) panel.hidden = true;
        opened = failed;
      },
      lost(is) {
        lost.hidden = !is;
      },
    };

    function problem({ severity, code, message, hint, place: where, link, frame }) {
      const head = element('p', 'head');
      if (where !== null) {
        const at = element(link === null ? 'span' : 'a', 'place', where);
        if (link !== null) at.href = link;
        head.append(at, ' ');
      }
      head.append(
        element('strong', severity, severity),
        ` ${message} `,
        element('span', 'code', `[${code}]`),
      );
      const parts = [head];
      if (frame.length > 0) {
        const lines = frame.map(({ gutter, text, kind }) => element('span', kind, `${gutter} ${text}\n`));
        const pre = element('pre', 'frame');
        pre.append(...lines);
        parts.push(pre);
      }
      if (hint !== null) parts.push(element('p', 'hint', hint));
      const made = element('section', 'problem');
      made.append(...parts);
      return made;
    }

    function counted(shown) {
      const of = (severity) => shown.filter((one) => one.severity === severity).length;
      const words = (number, noun) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]);
      return [...words(of('error'), 'error'), ...words(of('warning'), 'warning')].join(', ');
    }
  }

  function element(tag, className, text = '') {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }
})();
