/**
 * Turns the minutes of exercises and labs into countdowns that a presenter may start: by a click, or by the key T on the
 * slide that is shown (R sets it back). Without this script the minutes stay as they are, as on paper.
 */
(() => {
  const { words } = JSON.parse(document.querySelector('script#deck-settings').textContent);
  /** Every countdown with the seconds it has left while it rests, or the moment at which it ends. */
  const countdowns = [...document.querySelectorAll('.slides .countdown')].map((place) => {
    const seconds = Number(place.dataset.countdown);
    const time = part('span', 'countdown-time', '');
    const word = part('span', 'countdown-word', '');
    const start = button('countdown-start', time, ' ', word);
    const again = button('countdown-reset', words.reset);
    const said = part('span', 'countdown-said', '');
    said.setAttribute('aria-live', 'polite');
    const one = { place, seconds, time, word, again, said, left: seconds, end: null };
    start.addEventListener('click', (event) => press(event, toggle, one));
    again.addEventListener('click', (event) => press(event, reset, one));
    place.replaceChildren(start, again, said);
    show(one);
    return one;
  });

  setInterval(() => {
    for (const one of countdowns) if (one.end !== null) show(one);
  }, 250);

  Reveal.addKeyBinding({ keyCode: 84, key: 'T', description: words.countdown }, () => onSlide(toggle));
  Reveal.addKeyBinding({ keyCode: 82, key: 'R', description: words.countdownReset }, () => onSlide(reset));

  /** The first countdown of the slide that is shown. */
  function onSlide(act) {
    const one = countdowns.find(({ place }) => Reveal.getCurrentSlide()?.contains(place));
    if (one) act(one);
  }

  /** After a click by hand the keys are the deck's again. */
  function press(event, act, one) {
    act(one);
    if (event.detail > 0) event.currentTarget.blur();
  }

  function part(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function button(className, ...children) {
    const made = part('button', className, '');
    made.type = 'button';
    made.append(...children);
    // Space and Enter press the button; reveal.js would turn the page as well.
    made.addEventListener('keydown', (event) => {
      if (event.key === ' ' || event.key === 'Enter') event.stopPropagation();
    });
    return made;
  }

  function toggle(one) {
    if (one.end !== null) {
      one.left = leftOf(one);
      one.end = null;
    } else {
      if (one.left <= 0) one.left = one.seconds;
      one.end = performance.now() + one.left * 1000;
    }
    show(one);
  }

  function reset(one) {
    one.end = null;
    one.left = one.seconds;
    show(one);
  }

  function leftOf({ left, end }) {
    return end === null ? left : Math.max(0, (end - performance.now()) / 1000);
  }

  function show(one) {
    const left = Math.ceil(leftOf(one));
    if (left === 0 && one.end !== null) {
      one.end = null;
      one.left = 0;
      one.said.textContent = words.timeIsUp;
    } else if (left > 0) one.said.textContent = '';
    const runs = one.end !== null;
    const state = left === 0 ? 'over' : left === one.seconds && !runs ? 'ready' : left <= 60 ? 'last' : 'on';
    if (one.place.dataset.state !== state) one.place.dataset.state = state;
    put(one.time, clock(left));
    put(one.word, wordFor(state, runs));
    one.again.hidden = state === 'ready';
  }

  function wordFor(state, runs) {
    if (state === 'over') return words.timeIsUp;
    if (!runs) return state === 'ready' ? words.start : words.resume;
    return state === 'last' ? words.lastMinute : words.pause;
  }

  /** Screen readers and the speaker's window look at what changes: nothing does that is the same. */
  function put(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /** Seconds as `9:05` or `1:02:05`. */
  function clock(seconds) {
    const two = (number) => String(number).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    return `${hours > 0 ? `${hours}:${two(minutes % 60)}` : minutes}:${two(seconds % 60)}`;
  }
})();
