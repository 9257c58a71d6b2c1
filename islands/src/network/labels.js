// Names that can be read at any distance: they keep their size on the screen, the heaviest nodes are named first, and a
// name that would lie on another one waits until the reader looks closer.

const FONT = 11; // pixels
const LINE = 13;
const LETTER = 6; // width of a letter, about
const FULL = 0.8; // zoom from which nodes and names are as large as they were laid out, and the kind is written too

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Pixels on the screen that a node's name takes, under it or, where the drawing is read downwards, beside it. */
function boxOf(node, text, half) {
  const { x, y } = node.renderedPosition();
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => line.length)) * LETTER;
  const height = lines.length * LINE;
  if (node.hasClass('down')) return { left: x + half, right: x + half + width, top: y - height / 2, bottom: y + height / 2 };
  return { left: x - width / 2, right: x + width / 2, top: y + half, bottom: y + half + height };
}

/** Names nodes anew whenever the view of the network changes. */
export function labels(cy) {
  const heaviest = cy.nodes().sort((one, other) => other.data('weight') - one.data('weight'));
  const sizes = new Map(heaviest.map((node) => [node.id(), node.width()]));

  function name() {
    const zoom = cy.zoom();
    const larger = Math.max(1, FULL / zoom);
    const key = zoom < FULL ? 'brief' : 'shown';
    const taken = [];
    cy.batch(() =>
      heaviest.forEach((node) => {
        const size = sizes.get(node.id()) * Math.sqrt(larger);
        const box = boxOf(node, node.data(key), (size * zoom) / 2);
        const free = !taken.some((other) => overlap(box, other));
        if (free) taken.push(box);
        node.style({ label: node.data(key), 'font-size': FONT * larger, width: size, height: size });
        node.toggleClass('nameless', !free);
      }),
    );
  }

  let waiting = 0;
  cy.on('viewport resize', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(name);
  });
  name();
}
