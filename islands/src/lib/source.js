// What an island is given: data-* attributes, a block of JSON inside it, or an address to ask.
import assets from 'sayso:assets';

/** The address of a file of the build. */
export function asset(name) {
  return new URL(assets[name], import.meta.url).href;
}

/** Adds an island's style sheet to the page, once, and waits until it counts. */
export function style(name) {
  const href = asset(name);
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  const loaded = new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done); // a plain island is better than none
  });
  document.head.append(link);
  return loaded;
}

/** JSON from an address of this server. Throws an Error whose message a reader understands. */
export async function ask(address) {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new Error('its data would come from another server');
  let answer;
  try {
    answer = await fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  } catch {
    throw new Error('the server did not answer');
  }
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  try {
    return await answer.json();
  } catch {
    throw new Error('the answer was no JSON');
  }
}

/** The island's data: <script type="application/json" data-data> inside it, or what data-src answers. */
export async function dataOf(element) {
  const block = element.querySelector('script[type="application/json"][data-data]');
  if (block) return JSON.parse(block.textContent);
  if (!element.dataset.src) throw new Error('it has no data');
  return ask(element.dataset.src);
}
