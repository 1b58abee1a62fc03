/**
 * The audience's page goes where the speaker goes, until its reader looks elsewhere; a button leads back.
 */
(() => {
  const { on, view } = window.deckhandPreview;
  on('deck', ({ path }) => {
    if (path !== view && decodeURI(path) !== view) window.location.replace(path);
  });
  if (typeof Reveal === 'undefined') return;
  const { words } = JSON.parse(document.querySelector('script#deck-settings').textContent);
  const back = document.createElement('button');
  back.type = 'button';
  back.className = 'follow-back';
  back.textContent = words.preview.back;
  back.hidden = true;
  back.addEventListener('click', () => {
    following = true;
    go();
  });
  document.body.append(back);

  let following = true;
  let speaker = null;
  /** While this page moves by itself, its moves are not its reader's. */
  let moving = false;

  on('at', (at) => {
    speaker = at;
    if (Reveal.isReady()) go();
    else Reveal.on('ready', go);
  });
  // Reading on is no reason to be taken along; going back to where the speaker is means to follow again.
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) {
    Reveal.on(event, () => {
      if (moving || speaker === null) return;
      following = isThere();
      show();
    });
  }
  document.addEventListener('deckhand-swap', go);

  function go() {
    const section = speaker && document.getElementById(speaker.id);
    if (section && following && !isThere()) {
      const { h, v } = Reveal.getIndices(section);
      moving = true;
      Reveal.slide(h, v, speaker.step);
      moving = false;
    }
    show();
  }

  function isThere() {
    return Reveal.getCurrentSlide()?.id === speaker.id && (Reveal.getIndices().f ?? -1) === speaker.step;
  }

  function show() {
    back.hidden = following || speaker === null;
  }
})();
