/**
 * In the speaker's deck while others follow: tells the server where the talk is, and does what the speaker's phone asks.
 */
(() => {
  const { on, view } = window.deckhandPreview;
  const folder = decodeURIComponent(view).replace(/^\/private\/|\/present\.html$/g, '');
  const page = crypto.randomUUID?.() ?? String(Math.random());
  const { words } = JSON.parse(document.querySelector('script#deck-settings').textContent);
  const talk = window.deckhandTalk;
  const code = audienceCode();

  const orders = {
    next: () => Reveal.next(),
    previous: () => Reveal.prev(),
    dark: () => Reveal.togglePause(),
    clock: () => talk.toggleClock(),
    reset: () => talk.reset(),
  };
  on('order', ({ do: wanted, page: leader }) => {
    if (leader !== page) return;
    talk.begin();
    orders[wanted]?.();
    tell();
  });
  // Whoever lost the server tells it again.
  on('hello', () => whenReady(tell));
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed']) {
    Reveal.on(event, () => {
      talk.begin();
      tell();
    });
  }
  document.addEventListener('deckhand-swap', tell);
  // What is wrong is for the speaker, and not for the projector.
  document.addEventListener('deckhand-problems', ({ detail: { shown, isLost } }) => {
    const errors = shown.filter(({ severity }) => severity === 'error');
    const said = errors.map(({ place, message }) => (place === null ? message : `${place} ${message}`));
    talk.say(isLost ? ['The preview has ended, or cannot be reached.', ...said] : said);
  });
  whenReady(() => {
    Reveal.addKeyBinding({ keyCode: 81, key: 'Q', description: words.preview.audience }, () => {
      code.hidden = !code.hidden;
    });
    tell();
  });

  function whenReady(act) {
    if (Reveal.isReady()) act();
    else Reveal.on('ready', act);
  }

  function tell() {
    const slide = Reveal.getCurrentSlide();
    if (!slide) return;
    const state = {
      page,
      folder,
      id: slide.id,
      step: Reveal.getIndices().f ?? -1,
      stepsLeft: slide.querySelectorAll('.fragment:not(.visible)').length,
      dark: Reveal.isPaused(),
      elapsed: talk.elapsed(),
      running: talk.running(),
    };
    fetch('/-/talk', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(state),
    }).catch(() => undefined);
  }

  /** Key Q: the address for the audience, over the slide. */
  function audienceCode() {
    const figure = document.createElement('div');
    figure.className = 'preview-code';
    figure.hidden = true;
    const image = document.createElement('img');
    image.src = '/-/audience.svg';
    image.alt = words.preview.audience;
    const address = document.createElement('p');
    figure.append(image, address);
    document.body.append(figure);
    fetch('/-/phones')
      .then((answer) => answer.json())
      .then(({ audience }) => {
        address.textContent = audience;
      })
      .catch(() => undefined);
    return figure;
  }
})();
