/** The speaker's phone: next, back, notes, time. It asks the server, which asks the speaker's page. */
(() => {
  const words = JSON.parse(document.getElementById('words').textContent);
  const part = (id) => document.getElementById(id);
  let talk = null;
  /** When it was heard, so that the clock goes on between two messages. */
  let heard = 0;
  let size = 1;

  const stream = new EventSource('/-/events?view=/-/remote');
  stream.addEventListener('talk', ({ data }) => {
    talk = JSON.parse(data);
    heard = Date.now();
    show();
  });
  stream.addEventListener('error', () => document.body.classList.add('lost'));
  stream.addEventListener('open', () => document.body.classList.remove('lost'));
  setInterval(tick, 500);

  for (const button of document.querySelectorAll('[data-do]')) {
    button.addEventListener('click', () => order(button.dataset.do));
  }
  part('smaller').addEventListener('click', () => resize(-0.15));
  part('larger').addEventListener('click', () => resize(0.15));
  document.addEventListener('keydown', ({ key }) => {
    const wanted = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'previous', PageUp: 'previous' }[key];
    if (wanted) order(wanted);
  });

  function order(wanted) {
    navigator.vibrate?.(10);
    fetch('/-/order', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ do: wanted }),
    }).catch(() => document.body.classList.add('lost'));
  }

  function resize(by) {
    size = Math.min(3, Math.max(0.7, size + by));
    part('notes').style.fontSize = `${size}em`;
  }

  function show() {
    const { number, count, stepsLeft, title, next, notesHtml, folder, dark } = talk;
    const steps =
      stepsLeft > 0 ? ` · ${stepsLeft} ${stepsLeft === 1 ? words.stepLeft : words.stepsLeft}` : '';
    part('place').textContent = `${number} / ${count}${steps}`;
    part('title').textContent = title ?? '';
    part('next').textContent = next === null ? '' : `${words.next}: ${next}`;
    document.body.classList.toggle('dark', dark);
    const template = document.createElement('template');
    template.innerHTML = notesHtml;
    for (const image of template.content.querySelectorAll('img[src^="assets/"]')) {
      image.src = `/private/${folder.split('/').map(encodeURIComponent).join('/')}/${image.getAttribute('src')}`;
    }
    const notes = part('notes');
    notes.replaceChildren(template.content);
    if (notesHtml === '') notes.textContent = words.noNotes;
    part('gauge').hidden = talk.plan === null;
    tick();
  }

  function tick() {
    if (talk === null) return;
    const gone = Math.floor((talk.elapsed + (talk.running ? Date.now() - heard : 0)) / 1000);
    part('elapsed').textContent = time(gone);
    if (talk.plan === null) return;
    const { from, to, of } = talk.plan;
    const [late, early] = [gone - to, from - gone];
    part('left').textContent = `${words.left} ${time(of - gone)}`;
    part('pace').textContent =
      late > 30
        ? `${time(late)} ${words.behind}`
        : early > 30
          ? `${time(early)} ${words.ahead}`
          : words.onTime;
    document.body.classList.toggle('late', late > 30);
    const share = (seconds) => `${Math.min(100, Math.max(0, (seconds / of) * 100))}%`;
    part('gone').style.width = share(gone);
    part('due').style.left = share(from);
    part('due').style.right = `calc(100% - ${share(to)})`;
  }

  function time(seconds) {
    const size = Math.abs(seconds);
    const two = (number) => String(number).padStart(2, '0');
    const hours = Math.floor(size / 3600);
    const minutes = Math.floor(size / 60) % 60;
    return `${seconds < 0 ? '−' : ''}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(size % 60)}`;
  }
})();
