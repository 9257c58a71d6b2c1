// Long work, followed over server-sent events. The server sends "update" events of JSON
// {id, state, done, total, line, href}; each is shown in the element's [data-job="id"], made where it is missing.
// A "done" event ends it; with data-reload the page is then asked anew. Without this module the page is asked again by the reader.
import { ours } from './lib/link.js';
import { say } from './lib/say.js';

const RELOAD_MS = 700; // the last line can be read before the page is asked anew

function part(row, name, tag) {
  let found = row.querySelector(`[data-part="${name}"]`);
  if (!found) {
    found = document.createElement(tag);
    found.dataset.part = name;
    row.append(found, ' ');
  }
  return found;
}

function rowOf(element, id) {
  let row = element.querySelector(`[data-job="${CSS.escape(id)}"]`);
  if (!row) {
    const list = element.querySelector('ul, ol, tbody') ?? element;
    row = document.createElement(list.matches('ul, ol') ? 'li' : 'p');
    row.dataset.job = id;
    list.append(row);
  }
  return row;
}

function show(element, update) {
  const row = rowOf(element, String(update.id));
  if (update.state) row.dataset.state = update.state;
  if (Number.isFinite(update.total) && update.total > 0) {
    const bar = part(row, 'progress', 'progress');
    bar.max = update.total;
    bar.value = update.done ?? 0;
    bar.setAttribute('aria-label', `${update.done ?? 0} of ${update.total}`);
  }
  if (update.line !== undefined) part(row, 'line', 'span').textContent = update.line;
  const href = ours(update.href);
  if (href) {
    const link = part(row, 'link', 'a');
    link.href = href;
    link.textContent = update.title ?? 'open';
  }
}

export function mount(element) {
  const source = new EventSource(element.dataset.src);
  source.addEventListener('update', ({ data }) => show(element, JSON.parse(data)));
  source.addEventListener('done', ({ data }) => {
    source.close();
    element.dataset.state = 'done';
    say(data || 'Done');
    element.dispatchEvent(new CustomEvent('sayso:done', { bubbles: true }));
    if ('reload' in element.dataset) setTimeout(() => location.reload(), RELOAD_MS);
  });
  // the browser asks again by itself; closed means that the server said no
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) say('The connection to the server ended');
  });
  addEventListener('pagehide', () => source.close());
}
