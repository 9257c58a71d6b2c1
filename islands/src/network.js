// Networks: who reports whom, and where the copies of a claim came from.
//
// data-src answers {nodes: [{id, label, kind, href, weight, note}],
//                   edges: [{source, target, label, weight, certain, why}]}.
// Kinds have shapes of their own (network/look.js) and are written on the node. data-layout is "layered" (what came
// first on the left) or "force". data-twin names the list that shows the same.
import cytoscape from 'cytoscape';
import dagre from 'cytoscape-dagre';
import { ours } from './lib/link.js';
import { asset, dataOf, style } from './lib/source.js';
import { onTheme, still, tokens } from './lib/tokens.js';
import { select, twin } from './lib/twin.js';
import { elementsOf } from './network/elements.js';
import { furnish } from './network/furniture.js';
import { labels } from './network/labels.js';
import { WANTED, look } from './network/look.js';

cytoscape.use(dagre);

const LAYOUTS = {
  layered: { name: 'dagre', rankDir: 'LR', nodeSep: 14, rankSep: 70, edgeSep: 8, nodeDimensionsIncludeLabels: true },
  // from a circle, not from chance, so that the same data is drawn the same
  force: { name: 'cose', randomize: false, idealEdgeLength: () => 90, nodeDimensionsIncludeLabels: true },
};

const MARGIN = 24; // pixels
const NARROW = 560; // pixels
const HIGHEST = 0.7; // of the window
const MOST = 4; // times that layers are moved apart
const LOWEST = 200; // pixels
const LARGEST = 1.2; // zoom that fitting does not go beyond

/** Draws layers further apart where the frame has room for that: many names in few layers are a thin column else. */
function stretch(cy) {
  const { w, h } = cy.elements().boundingBox();
  const shape = cy.width() / (innerHeight * HIGHEST) / (w / h);
  const [across, down] = [Math.min(Math.max(shape, 1), MOST), Math.min(Math.max(1 / shape, 1), MOST)];
  cy.nodes().positions((node) => ({ x: node.position('x') * across, y: node.position('y') * (shape < 1 ? down : 1) }));
}

/** Pixels: as high as what is drawn needs at the width there is, between a strip and most of the window. */
function heightFor(cy) {
  const { w, h } = cy.elements().boundingBox();
  const zoom = Math.min(LARGEST, (cy.width() - 2 * MARGIN) / w);
  return Math.min(Math.max(h * zoom + 2 * MARGIN, LOWEST), innerHeight * HIGHEST);
}

/** cytoscape adds a style element, which the policy of the pages forbids, unless one of this id is there. */
async function ownStyle() {
  await style('network.css');
  document.querySelector(`link[href="${asset('network.css')}"]`).id = '__________cytoscape_stylesheet';
}

export async function mount(element) {
  const [answer] = await Promise.all([dataOf(element), ownStyle()]);
  if (!answer.nodes?.length) throw new Error('there is nothing to draw');
  const parts = furnish(element, answer);
  const cy = cytoscape({
    container: parts.canvas,
    elements: elementsOf(answer),
    style: look(tokens(element, WANTED)),
    layout: { name: 'circle', animate: false },
    minZoom: 0.1,
    maxZoom: 3,
    boxSelectionEnabled: false,
  });
  const layout = { ...(LAYOUTS[element.dataset.layout] ?? LAYOUTS.layered) };
  if (layout.name === 'dagre' && cy.width() < NARROW) {
    layout.rankDir = 'TB'; // a narrow screen is read downwards
    cy.elements().addClass('down');
  }
  cy.layout({ ...layout, animate: false, fit: false }).run();
  if (layout.name === 'dagre') stretch(cy);
  parts.tall(heightFor(cy));
  cy.resize();
  const fit = () => {
    cy.fit(undefined, MARGIN);
    // a few nodes are not blown up to fill the frame
    if (cy.zoom() > LARGEST) cy.zoom(LARGEST).center();
  };
  fit();
  labels(cy);

  const pick = (id) => {
    cy.elements().removeClass('picked faded');
    const chosen = id === null ? cy.collection() : cy.getElementById(id);
    if (chosen.nonempty()) {
      cy.elements().not(chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes())).addClass('faded');
      chosen.addClass('picked');
    }
    parts.show(chosen.nonempty() ? chosen.data() : null, ours(chosen.data('href')));
    select(element, chosen.nonempty() && chosen.isNode() ? id : null);
  };
  cy.on('tap', ({ target }) => pick(target === cy ? null : target.id()));
  twin(element, (id) => {
    cy.elements('.hinted').removeClass('hinted');
    if (id !== null) cy.getElementById(id).addClass('hinted');
  });
  const move = (change) => (still() ? cy.viewport(change(cy)) : cy.animate({ ...change(cy), duration: 150 }));
  parts.connect({ cy, pick, move, fit });
  onTheme(() => cy.style(look(tokens(element, WANTED))));
}
