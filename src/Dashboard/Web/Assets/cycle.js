// What moves on a page: the night's figures, the menu of a phone, and the end of a session nobody uses. Everything else is HTML.
'use strict';

document.documentElement.classList.add('has-script');

const menu = document.getElementById('menu');
document.querySelector('.menu-button')?.addEventListener('click', event => {
  const isOpen = menu.classList.toggle('open');
  event.currentTarget.setAttribute('aria-expanded', String(isOpen));
});

// A session that nobody uses ends on the server; what it showed must not stay on the screen. Asking is no sign of life: two pages
// left open would otherwise keep each other's session for ever.
const idleSeconds = Number(document.documentElement.dataset.idle || 0);

async function leaveWhenOver() {
  const answer = await fetch('/session', { headers: { 'X-Background': '1' } }).catch(() => null);
  if (answer?.status === 401) location.reload();
  else setTimeout(leaveWhenOver, 60_000);
}

if (idleSeconds > 0) setTimeout(leaveWhenOver, (idleSeconds + 5) * 1000);

// Draws the page's content anew without a sign of life of its reader.
async function redraw() {
  const answer = await fetch(location.href, { headers: { 'X-Background': '1' } });
  if (!answer.ok) {
    location.reload();
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.getElementById('main').replaceWith(page.getElementById('main'));
  begin();
}

function put(night, root) {
  for (const place of root.querySelectorAll('[data-live]')) {
    const text = night.texts[place.dataset.live] ?? '';
    if (place.textContent !== text) place.textContent = text;
  }
  for (const bar of root.querySelectorAll('[data-live-bar]')) {
    bar.value = night.bars[bar.dataset.liveBar] ?? 0;
  }
  const cells = root.querySelector('[data-live-cells]');
  if (cells) {
    while (cells.children.length < night.cells.length) cells.append(document.createElement('i'));
    while (cells.children.length > night.cells.length) cells.lastChild.remove();
    [...cells.children].forEach((cell, i) => { cell.className = night.cells[i]; });
  }
  root.querySelector('[data-live-workers]')?.replaceChildren(...night.workers.map(worker => {
    const row = document.createElement('tr');
    row.append(...worker.map((text, i) => {
      const cell = document.createElement('td');
      cell.textContent = text;
      if (i > 0) cell.className = 'n';
      else cell.translate = false;
      return cell;
    }));
    return row;
  }));
}

let stream = null;

function begin() {
  stream?.close();
  const live = document.querySelector('[data-live-from]');
  if (live) {
    stream = new EventSource(live.dataset.liveFrom);
    stream.onmessage = event => {
      const night = JSON.parse(event.data);
      if (night.shape !== live.dataset.liveShape) {
        stream.close();
        redraw();
        return;
      }
      put(night, live);
    };
    stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setTimeout(redraw, 3000); };
  }
  const seconds = Number(document.querySelector('[data-again]')?.dataset.again || 0);
  if (seconds > 0) setTimeout(redraw, seconds * 1000);
}

begin();
