/**
 * Starts the deck. A classic script, since modules do not load from file://. Everything a deck needs to know stands
 * in the page, in #deck-settings.
 */
(() => {
  const settings = JSON.parse(document.querySelector('script#deck-settings').textContent);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const root = document.documentElement;

  Reveal.initialize({
    width: settings.width,
    height: settings.height,
    margin: 0,
    minScale: 0.05,
    maxScale: 8,
    center: false,
    hash: true,
    slideNumber: false,
    controlsTutorial: false,
    controlsLayout: 'edges',
    // Never 'slide': reveal.js puts the name on its wrapper as a class, and `.slide` is ours. On a slide it is an attribute.
    transition: still ? 'none' : 'fade',
    transitionSpeed: 'fast',
    backgroundTransition: 'none',
    autoAnimate: !still,
    autoAnimateMatcher: matches,
    // Phones turn reveal.js' decks into one long page; ours are the same everywhere.
    scrollActivationWidth: null,
    // Only speaker views need it, and ours does without: no other page can drive this one.
    postMessage: false,
    // For reveal.js' pacing timer, beside the times on the slides; only the speaker's deck says them.
    ...(settings.totalTime ? { totalTime: settings.totalTime, defaultTiming: settings.defaultTiming } : {}),
    ...settings.screen,
    ...(still ? { transition: 'none', autoAnimate: false } : {}),
    keyboardCondition: movesTheDeck,
    plugins: [window.RevealSearch, window.RevealZoom].filter(Boolean),
  }).then(() => {
    // "application" keeps screen readers from reading slides (hakimel/reveal.js#3772).
    Reveal.getRevealElement().removeAttribute('role');
    show();
  });

  // Who asked for stillness gets it from slides with a transition of their own, and from films, too.
  if (still) {
    for (const section of document.querySelectorAll('section[data-transition]'))
      delete section.dataset.transition;
    for (const film of document.querySelectorAll('video[data-autoplay]')) delete film.dataset.autoplay;
  }

  /** Whether a key is for the deck: what has the focus may have a use for it, and single keys may be switched off. */
  function movesTheDeck({ key, target }) {
    // Keys that this page presses itself have no name.
    if (key === undefined) return true;
    const at = target instanceof Element ? target : document.body;
    if (key === ' ' && at.closest('button, summary, video, audio')) return false;
    if (/^Arrow/.test(key) && (at.closest('video, audio') || isScrolled(at, key))) return false;
    return root.dataset.keys !== 'off' || key.length > 1 || key === ' ';
  }

  /** Whether up and down move what is read within a box. */
  function isScrolled(element, key) {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
    for (let box = element; box && !box.matches('.slide, body'); box = box.parentElement) {
      if (box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))
        return true;
    }
    return false;
  }

  // Single keys meet those who speak to their machine, or whose hands slip (WCAG 2.1.4). A choice that is not the deck's is
  // kept, for all decks.
  const keys = document.querySelector('.deck-keys');
  const usual = settings.shortcuts === false ? 'off' : 'on';
  switchKeys((remembered() ?? usual) === 'on');
  keys?.addEventListener('click', () => {
    switchKeys(root.dataset.keys === 'off');
    try {
      if (root.dataset.keys === usual) localStorage.removeItem('deckhand-keys');
      else localStorage.setItem('deckhand-keys', root.dataset.keys);
    } catch {
      // Pages from disk may not be allowed to keep anything.
    }
  });

  function switchKeys(on) {
    root.dataset.keys = on ? 'on' : 'off';
    if (keys) keys.textContent = on ? settings.words.keysOff : settings.words.keysOn;
  }

  function remembered() {
    try {
      return localStorage.getItem('deckhand-keys');
    } catch {
      return null;
    }
  }

  /** What auto-animate moves from slide to slide: what reveal.js pairs, lines of code, and the foot, which stays. */
  function matches(from, to) {
    const pairs = this.getAutoAnimatePairs(from, to);
    const unscaled = { scale: false, styles: [] };
    this.findAutoAnimateMatches(pairs, from, to, '.code .line', (line) => line.textContent, unscaled);
    this.findAutoAnimateMatches(pairs, from, to, '.slide-foot', () => 'foot', unscaled);
    return pairs;
  }

  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) Reveal.on(event, show);
  // A preview has put new slides in the places of old ones.
  document.addEventListener('deckhand-swap', ({ detail }) => {
    for (const id of detail.ids) {
      for (const box of document.getElementById(id)?.querySelectorAll('[data-frame-src]') ?? []) offer(box);
    }
    show();
  });

  function show() {
    const section = Reveal.getCurrentSlide();
    if (!section) return;
    for (const figure of section.querySelectorAll('figure.code.has-steps')) showStep(figure);
    const slide = section.querySelector('.slide');
    if (!slide) return;
    const { backgroundColor, color } = getComputedStyle(slide);
    root.style.setProperty('--letterbox', backgroundColor);
    root.style.setProperty('--tools', color);
  }

  /** Puts the lines of the last step shown into focus; before the first click those the figure names. */
  function showStep(figure) {
    const shown = [...figure.querySelectorAll('.code-step.visible')].pop() ?? figure;
    const inFocus = linesOf(shown.dataset.lines ?? 'all');
    for (const line of figure.querySelectorAll('.line')) {
      const focused = inFocus === null || inFocus(Number(line.dataset.line));
      line.classList.toggle('focus', inFocus !== null && focused);
      line.classList.toggle('dim', !focused);
    }
  }

  /** `3`, `5-7,9` as a test for a line's number; null for `all`. */
  function linesOf(written) {
    if (written === 'all' || written === '') return null;
    const ranges = written.split(',').map((part) => part.split('-').map(Number));
    return (line) => ranges.some(([from, to = from]) => line >= from && line <= to);
  }

  // Faces load when a slide first needs them, which is too late for Ctrl-P: titles of slides not yet seen stayed blank.
  for (const face of document.fonts) face.load();

  // A frame asks the network for nothing before a viewer does. Scripts of its page stay in it.
  for (const box of document.querySelectorAll('.slides [data-frame-src]')) offer(box);

  function offer(box) {
    const address = URL.canParse(box.dataset.frameSrc) ? new URL(box.dataset.frameSrc) : null;
    if (address?.protocol !== 'https:') return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = settings.words.loadFrame;
    button.addEventListener('click', () => {
      const frame = document.createElement('iframe');
      const own = address.origin === window.location.origin;
      frame.setAttribute(
        'sandbox',
        `allow-scripts allow-forms allow-popups${own ? '' : ' allow-same-origin'}`,
      );
      frame.referrerPolicy = 'no-referrer';
      frame.allowFullscreen = true;
      frame.title = box.dataset.frameTitle ?? address.href;
      frame.src = address.href;
      box.replaceChildren(frame);
      box.classList.add('loaded');
    });
    box.append(button);
  }

  let resting;
  document.addEventListener('pointermove', () => {
    root.classList.add('pointer-moves');
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.remove('pointer-moves'), 2000);
  });
})();
