// <div data-island="map" data-src="…"> is drawn by its module, which is loaded when the page has such an element.
// What it shows stands in the page as a table already: where an island fails, a line says so and nothing is lost.

const ISLANDS = {
  map: () => import('../map.js'),
  chart: () => import('../chart.js'),
  network: () => import('../network.js'),
  annotate: () => import('../annotate.js'),
  'review-keys': () => import('../review-keys.js'),
  jobs: () => import('../jobs.js'),
};
const WORDS = { map: 'map', chart: 'chart', network: 'network', annotate: 'selection of text' };

function explain(element, error) {
  const name = WORDS[element.dataset.island] ?? 'interactive part';
  const note = document.createElement('p');
  note.className = 'note warn';
  note.setAttribute('role', 'status');
  const reason = error instanceof Error && error.message ? ` (${error.message})` : '';
  const twin = element.dataset.twin ? ' The table shows the same.' : '';
  note.textContent = `The ${name} could not be shown${reason}.${twin}`;
  element.classList.remove('island'); // no empty frame
  element.replaceChildren(note);
  console.warn(error);
}

async function start(element) {
  element.dataset.state = 'loading';
  const label = element.getAttribute('aria-label') ?? element.dataset.label;
  if (label) {
    element.setAttribute('aria-label', label);
    // a name needs a role to belong to
    if (!element.hasAttribute('role') && element.matches('div')) element.setAttribute('role', 'group');
  }
  try {
    const { mount } = await ISLANDS[element.dataset.island]();
    await mount(element);
    element.dataset.state = 'ready';
  } catch (error) {
    element.dataset.state = 'failed';
    explain(element, error);
  }
}

export function startIslands(root) {
  const inside = root.querySelectorAll?.('[data-island]') ?? [];
  for (const element of [...(root.matches?.('[data-island]') ? [root] : []), ...inside]) {
    if (element.dataset.island in ISLANDS && !element.dataset.state) start(element);
  }
}
