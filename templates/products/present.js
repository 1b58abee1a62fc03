/**
 * The speaker's window: key S. It shows the slide, the next one, the notes, the clock and whether the talk is on time.
 *
 * reveal.js' own speaker view talks to two more copies of the deck, which browsers refuse between files on disk. Here
 * the window is an empty one that this page fills with copies of its slides, so it needs neither server nor messages.
 */
(() => {
  let settings = readSettings();
  const { words } = settings;
  let { plan = [], days = 1, timezone = null } = settings;
  const timed = plan.some(({ of }) => of > 0);
  const onClock = plan.some(({ clock }) => clock !== null);
  let sections = allSections();
  /** The window and what changes in it; null while it is closed. */
  let speaker = null;
  /** When the talk began, and since when its clock stands; null: it has not begun, it runs. */
  const clock = { started: null, pausedAt: null };
  /** What whoever serves this page wants the speaker to know, and nobody else. */
  let notice = '';

  Reveal.addKeyBinding({ keyCode: 83, key: 'S', description: words.speakerView }, open);
  document.querySelector('.deck-speaker')?.addEventListener('click', open);
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) Reveal.on(event, update);
  setInterval(tick, 500);
  // A preview has put other slides, or another plan, into this page.
  document.addEventListener('deckhand-swap', () => {
    settings = readSettings();
    ({ plan = [], days = 1, timezone = null } = settings);
    sections = allSections();
    if (!speaker || speaker.window.closed) return;
    speaker.shown = null;
    fillJumps();
    update();
  });
  // Whoever steers from elsewhere reads the same clock.
  window.deckhandTalk = {
    elapsed: () => elapsed(),
    running: () => clock.started !== null && clock.pausedAt === null,
    begin,
    toggleClock: togglePause,
    reset,
    say(lines) {
      notice = lines.join('\n');
      if (speaker && !speaker.window.closed) speaker.notice.textContent = notice;
    },
  };

  function readSettings() {
    return JSON.parse(document.querySelector('script#deck-settings').textContent);
  }

  /** Every slide in the order it is shown in; stacks only hold slides. */
  function allSections() {
    return [...document.querySelectorAll('.slides section')].filter(
      (section) => !section.querySelector('section'),
    );
  }

  function begin() {
    clock.started ??= Date.now();
  }

  /** Milliseconds. */
  function elapsed() {
    return clock.started === null ? 0 : (clock.pausedAt ?? Date.now()) - clock.started;
  }

  function open() {
    if (speaker && !speaker.window.closed) return speaker.window.focus();
    const opened = window.open('', '', 'popup,width=1280,height=800');
    if (!opened) {
      alert(words.speakerViewBlocked);
      return;
    }
    begin();
    speaker = { ...fill(opened.document), window: opened };
    fillJumps();
    opened.addEventListener('keydown', key);
    opened.addEventListener('resize', update);
    update();
    // Sheets and with them sizes arrive a moment later.
    for (const link of opened.document.querySelectorAll('link')) link.addEventListener('load', update);
  }

  /** Builds the window's page and returns its parts. */
  function fill(page) {
    page.documentElement.lang = document.documentElement.lang;
    for (const { name, value } of document.documentElement.attributes) {
      if (name.startsWith('data-')) page.documentElement.setAttribute(name, value);
    }
    page.documentElement.style.cssText = document.documentElement.style.cssText;
    page.title = `${words.speakerView} · ${document.title}`;
    for (const link of document.querySelectorAll('link[rel="stylesheet"]:not([media])')) {
      const copy = page.createElement('link');
      copy.rel = 'stylesheet';
      copy.href = link.href;
      page.head.append(copy);
    }
    // In a deck of one file they stand in the page.
    for (const style of document.querySelectorAll('style[data-file]:not([media])')) {
      page.head.append(page.importNode(style, true));
    }
    const make = (tag, className, ...children) => {
      const element = page.createElement(tag);
      element.className = className;
      element.append(...children);
      return element;
    };
    const button = (label, act) => {
      const made = make('button', 'speaker-button', label);
      made.type = 'button';
      made.addEventListener('click', act);
      return made;
    };
    const reading = (label, value) =>
      make('div', 'speaker-reading', make('span', 'speaker-label', label), value);
    const parts = {
      elapsed: make('span', 'speaker-value'),
      left: make('span', 'speaker-value'),
      clock: make('span', 'speaker-value'),
      planned: make('span', 'speaker-value'),
      pace: make('div', 'speaker-pace'),
      place: make('div', 'speaker-place'),
      now: make('div', 'speaker-stage slides-theme'),
      next: make('div', 'speaker-stage slides-theme'),
      nextLabel: make('p', 'speaker-label'),
      notes: make('div', 'speaker-notes'),
      gauge: make(
        'div',
        'speaker-gauge',
        make('span', 'speaker-gauge-gone'),
        make('span', 'speaker-gauge-due'),
      ),
      reminder: make('div', 'speaker-reminder'),
      notice: make('div', 'speaker-notice', notice),
      jump: make('select', 'speaker-button speaker-jump'),
      pause: null,
      size: keptSize(),
    };
    parts.notes.tabIndex = 0;
    parts.notes.style.setProperty('--size', String(parts.size));
    parts.gauge.ariaHidden = 'true';
    parts.reminder.setAttribute('role', 'status');
    parts.notice.setAttribute('role', 'status');
    parts.jump.ariaLabel = words.jumpTo;
    parts.jump.addEventListener('change', () => {
      const { h, v } = Reveal.getIndices(sections[Number(parts.jump.value)]);
      Reveal.slide(h, v);
    });
    parts.pause = button(words.pause, togglePause);
    page.body.className = 'speaker';
    page.body.replaceChildren(
      make(
        'header',
        'speaker-bar',
        make('h1', 'speaker-title', words.speakerView),
        reading(words.elapsed, parts.elapsed),
        ...(timed ? [reading(words.left, parts.left)] : []),
        parts.pace,
        ...(onClock ? [reading(words.planned, parts.planned)] : []),
        reading(words.clock, parts.clock),
        make('div', 'speaker-buttons', parts.pause, button(words.reset, reset)),
      ),
      ...(timed ? [parts.gauge] : []),
      make(
        'main',
        'speaker-main',
        make('div', 'speaker-slides', parts.now, make('div', 'speaker-next', parts.nextLabel, parts.next)),
        make(
          'div',
          'speaker-side',
          make(
            'div',
            'speaker-head',
            parts.place,
            make(
              'div',
              'speaker-buttons',
              parts.jump,
              button(words.dark, () => Reveal.togglePause()),
              button('A−', () => resize(-0.1)),
              button('A+', () => resize(0.1)),
              button('←', () => Reveal.prev()),
              button('→', () => Reveal.next()),
            ),
          ),
          parts.notice,
          parts.reminder,
          parts.notes,
        ),
      ),
    );
    return parts;
  }

  /** Every slide by its number and title. */
  function fillJumps() {
    speaker.jump.replaceChildren(
      ...sections.map((section, at) => {
        const option = speaker.window.document.createElement('option');
        option.value = String(at);
        option.textContent = `${at + 1} · ${section.querySelector('.slide-title')?.textContent.trim() ?? ''}`;
        return option;
      }),
    );
  }

  function update() {
    if (!speaker || speaker.window.closed) return;
    const current = Reveal.getCurrentSlide();
    const index = sections.indexOf(current);
    const following = sections[index + 1] ?? null;
    const changed = speaker.shown !== current;
    speaker.shown = current;
    put(speaker.now, current);
    put(speaker.next, following);
    speaker.nextLabel.textContent = following ? words.next : words.end;
    const steps = current.querySelectorAll('.fragment:not(.visible)').length;
    speaker.place.textContent = `${index + 1} / ${sections.length}${steps > 0 ? ` · ${steps} ${steps === 1 ? words.stepLeft : words.stepsLeft}` : ''}`;
    speaker.jump.value = String(index);
    if (changed) {
      const notes = current.querySelector('aside.notes');
      speaker.notes.replaceChildren(
        ...(notes
          ? notes.cloneNode(true).childNodes
          : [speaker.window.document.createTextNode(words.noNotes)]),
      );
      speaker.notes.classList.toggle('speaker-empty', !notes);
      speaker.notes.scrollTop = 0;
    }
    tick();
  }

  /** Shows a copy of a slide, as wide as its stage. */
  function put(stage, section) {
    const slide = section?.querySelector('.slide');
    if (!slide) return stage.replaceChildren();
    const copy = speaker.window.document.importNode(slide, true);
    for (const withId of copy.querySelectorAll('[id]')) withId.removeAttribute('id');
    copy.inert = true;
    copy.style.zoom = String(stage.clientWidth / settings.width || 0.5);
    stage.replaceChildren(copy);
  }

  /** Countdowns run on the slide; its copy shows what they show. */
  function copyCountdowns() {
    const copies = speaker.now.querySelectorAll('.countdown');
    for (const [index, one] of Reveal.getCurrentSlide().querySelectorAll('.countdown').entries()) {
      const copy = copies[index];
      if (!copy) continue;
      copy.dataset.state = one.dataset.state;
      for (const name of ['time', 'word']) {
        const [from, to] = [one, copy].map((place) => place.querySelector(`.countdown-${name}`));
        if (from && to) to.textContent = from.textContent;
      }
    }
  }

  function tick() {
    if (!speaker || speaker.window.closed) return;
    copyCountdowns();
    const gone = Math.floor(elapsed() / 1000);
    speaker.elapsed.textContent = time(gone);
    speaker.clock.textContent = new Date().toLocaleTimeString([], {
      hour: '2-digit',
      minute: '2-digit',
      ...(timezone === null ? {} : { timeZone: timezone }),
    });
    const planned = plan[sections.indexOf(Reveal.getCurrentSlide())];
    if (!timed || !planned) return;
    speaker.left.textContent = time(planned.of - gone);
    speaker.left.classList.toggle('speaker-late', gone > planned.of);
    const day = days > 1 ? `${words.day} ${planned.day}, ` : '';
    speaker.planned.textContent = planned.clock === null ? '' : `${day}${planned.clock}`;
    pace(gone, planned);
  }

  /** On time is whoever is on a slide between its planned start and its planned end. */
  function pace(gone, { from, to, of }) {
    const late = gone - to;
    const early = from - gone;
    // Half a minute is no reason to hurry anybody.
    const saying =
      late > 30
        ? `${time(late)} ${words.behind}`
        : early > 30
          ? `${time(early)} ${words.ahead}`
          : words.onTime;
    speaker.pace.textContent = saying;
    speaker.pace.classList.toggle('speaker-late', late > 30);
    speaker.gauge.classList.toggle('speaker-late', late > 30);
    const share = (seconds) => `${of > 0 ? Math.min(100, Math.max(0, (seconds / of) * 100)) : 0}%`;
    speaker.gauge.style.setProperty('--gone', share(gone));
    speaker.gauge.style.setProperty('--from', share(from));
    speaker.gauge.style.setProperty('--to', share(to));
    remind(late > 30 ? 'cut' : early > 30 ? 'extend' : null);
  }

  /** What the author said can be dropped when late, or added when early, from here on: the next three. */
  function remind(kind) {
    const from = sections.indexOf(Reveal.getCurrentSlide());
    const saying = kind === null ? [] : remindersFrom(from, kind).slice(0, 3);
    const text = saying.join('\n');
    if (speaker.reminder.textContent === text) return;
    speaker.reminder.textContent = text;
    speaker.reminder.dataset.kind = kind ?? '';
  }

  function remindersFrom(from, kind) {
    return sections.slice(Math.max(0, from)).flatMap((section, at) =>
      [...section.querySelectorAll(`aside.notes .cue-${kind}`)].map((cue) => {
        const copy = cue.cloneNode(true);
        copy.querySelector('.kind-label')?.remove();
        const said = copy.textContent.replace(/\s+/g, ' ').trim();
        return `${from + at + 1} · ${words.cues?.[kind] ?? ''}: ${said}`.slice(0, 160);
      }),
    );
  }

  function togglePause() {
    begin();
    if (clock.pausedAt === null) {
      clock.pausedAt = Date.now();
    } else {
      clock.started += Date.now() - clock.pausedAt;
      clock.pausedAt = null;
    }
    if (speaker) speaker.pause.textContent = clock.pausedAt === null ? words.pause : words.resume;
    tick();
  }

  function reset() {
    clock.started = Date.now();
    if (clock.pausedAt !== null) clock.pausedAt = clock.started;
    tick();
  }

  function resize(by) {
    speaker.size = Math.min(3, Math.max(0.6, speaker.size + by));
    speaker.notes.style.setProperty('--size', String(speaker.size));
    // Some browsers keep nothing for files on disk.
    try {
      localStorage.setItem('deckhand-notes-size', String(speaker.size));
    } catch {}
  }

  /** How large the notes were the last time. */
  function keptSize() {
    try {
      return Number(localStorage.getItem('deckhand-notes-size')) || 1;
    } catch {
      return 1;
    }
  }

  /** The keys that move the deck move it from here too. */
  function key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.documentElement.dataset.keys === 'off' && event.key.length === 1 && event.key !== ' ')
      return;
    const button = event.target.closest?.('button');
    if (event.target.closest?.('select')) return;
    const moves = {
      ArrowRight: () => Reveal.next(),
      PageDown: () => Reveal.next(),
      ' ': () => (event.shiftKey ? Reveal.prev() : Reveal.next()),
      ArrowLeft: () => Reveal.prev(),
      PageUp: () => Reveal.prev(),
      ArrowDown: () => Reveal.down(),
      ArrowUp: () => Reveal.up(),
      Home: () => Reveal.slide(0),
      End: () => Reveal.slide(Reveal.getHorizontalSlides().length - 1),
      b: () => Reveal.togglePause(),
      '.': () => Reveal.togglePause(),
      t: () => Reveal.triggerKey(84),
      r: () => Reveal.triggerKey(82),
      '+': () => resize(0.1),
      '-': () => resize(-0.1),
    };
    const move = moves[event.key];
    if (!move || (button && event.key === ' ')) return;
    event.preventDefault();
    move();
  }

  /** Seconds as `12:05`, `1:02:05` or `−0:30`. */
  function time(seconds) {
    const size = Math.abs(seconds);
    const two = (number) => String(number).padStart(2, '0');
    const hours = Math.floor(size / 3600);
    const minutes = Math.floor(size / 60) % 60;
    const rest = two(size % 60);
    return `${seconds < 0 ? '−' : ''}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${rest}`;
  }
})();
