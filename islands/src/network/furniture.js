// What stands around a network: the canvas, buttons that the keyboard reaches, and a panel of what is selected.

import { button, make } from '../lib/make.js';
import { toRow } from '../lib/twin.js';
import { legend } from './legend.js';

const STEP = 60; // pixels
const ZOOM = 1.25;

export function furnish(element, { nodes }) {
  const canvas = make('div', 'network-canvas');
  const bar = make('div', 'network-bar');
  const panel = make('div', 'network-panel');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-roledescription', 'network');
  const name = element.getAttribute('aria-label') ?? 'Network';
  canvas.setAttribute('aria-label', `${name}: ${nodes.length} nodes. Arrows move it, plus and minus change its size.`);
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'What is in the network');
  panel.setAttribute('aria-live', 'polite');
  panel.hidden = true;
  element.classList.add('network');
  element.replaceChildren(canvas, legend(nodes), bar, panel);
  const ids = nodes.map(({ id }) => String(id));
  let at = -1;
  return {
    canvas,
    tall(height) {
      canvas.style.height = `${Math.round(height)}px`;
    },
    show(data, href) {
      panel.hidden = !data;
      at = data ? ids.indexOf(data.id) : -1;
      if (!data) return panel.replaceChildren();
      const title = make(href ? 'a' : 'span', 'network-title', data.label ?? data.id);
      if (href) title.href = href;
      const lines = [data.source ? data.why : data.kind, data.note].filter(Boolean).map((line) => make('p', '', line));
      return panel.replaceChildren(title, ...lines, ...[toRow(element, data.id)].filter(Boolean));
    },
    connect({ cy, pick, move, fit }) {
      const middle = () => ({ x: cy.width() / 2, y: cy.height() / 2 });
      const zoom = (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: middle() });
      const step = (by) => {
        at = at < 0 && by < 0 ? ids.length - 1 : (at + by + ids.length) % ids.length;
        const id = ids[at];
        pick(id);
        move(() => ({ center: { eles: cy.getElementById(id) } }));
      };
      bar.append(
        button('Previous', () => step(-1)),
        button('Next', () => step(1)),
        button('Closer', () => zoom(ZOOM)),
        button('Further', () => zoom(1 / ZOOM)),
        button('Show all', fit),
      );
      const pans = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
      canvas.addEventListener('keydown', (event) => {
        const { key } = event;
        if (key in pans) cy.panBy({ x: pans[key][0], y: pans[key][1] });
        else if (key === '+' || key === '=') zoom(ZOOM);
        else if (key === '-') zoom(1 / ZOOM);
        else if (key === 'Escape') pick(null);
        else return;
        event.preventDefault();
      });
    },
  };
}
