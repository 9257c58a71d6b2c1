// What stands around the map: the canvas, the keys' way through what is on it, and the panel of what is selected.
import { ours } from '../lib/link.js';
import { button, make } from '../lib/make.js';
import { toRow } from '../lib/twin.js';

function describe(panel, { properties }, more) {
  const title = make('p', 'map-title');
  const href = ours(properties.href);
  const name = make(href ? 'a' : 'span', '', properties.title ?? '');
  if (href) name.href = href;
  title.append(name);
  const lines = [properties.note, ...(properties.lines ?? [])].filter(Boolean).map((line) => make('p', '', line));
  panel.replaceChildren(title, ...lines, ...[more].filter(Boolean));
}

/** Replaces what the element holds. `connect` is called once the map can be moved. */
export function furnish(element, data) {
  const ids = [...data.all.keys()];
  const canvas = make('div', 'map-canvas');
  const bar = make('div', 'map-bar');
  const panel = make('div', 'map-panel');
  const legend = make('p', 'map-source', 'Shapes: Natural Earth');
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'What is on the map');
  panel.setAttribute('aria-live', 'polite');
  panel.hidden = true;
  element.classList.add('map');
  element.replaceChildren(canvas, bar, panel);
  let at = -1;
  return {
    canvas,
    show(id) {
      at = id === null ? -1 : ids.indexOf(id);
      panel.hidden = id === null;
      if (id === null) panel.replaceChildren();
      else describe(panel, data.all.get(id), toRow(element, id));
    },
    connect({ pick, zoom, fitAll }) {
      const step = (by) => {
        at = at < 0 && by < 0 ? ids.length - 1 : (at + by + ids.length) % ids.length;
        pick(ids[at], { move: true });
      };
      if (ids.length) bar.append(button('Previous', () => step(-1)), button('Next', () => step(1)));
      bar.append(
        button('Closer', () => zoom(1)),
        button('Further', () => zoom(-1)),
        button('Show all', () => fitAll()),
        legend,
      );
      element.addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') pick(null);
      });
    },
  };
}
