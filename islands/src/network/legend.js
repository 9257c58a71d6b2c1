// Which shape says which kind, for those that are drawn.
import { KINDS, OTHER, WANTED } from './look.js';

const SVG = 'http://www.w3.org/2000/svg';

/** The shapes of network/look.js as SVG paths in a square of 16. */
const PATHS = {
  ellipse: 'M8 1a7 7 0 1 0 .01 0z',
  rectangle: 'M1 2h14v12H1z',
  'round-rectangle': 'M4 2h8q3 0 3 3v6q0 3-3 3H4q-3 0-3-3V5q0-3 3-3z',
  'bottom-round-rectangle': 'M1 2h14v9q0 3-3 3H4q-3 0-3-3z',
  'cut-rectangle': 'M4 2h8l3 3v6l-3 3H4l-3-3V5z',
  diamond: 'M8 1l7 7-7 7-7-7z',
  hexagon: 'M4 2h8l4 6-4 6H4L0 8z',
  octagon: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  'round-octagon': 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
};

function picture([shape, colour]) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[shape]);
  // by the token's name, so that it changes with the theme
  path.style.fill = `var(${WANTED[colour][0]})`;
  svg.append(path);
  return svg;
}

/** A line of shapes and the words for them. */
export function legend(nodes) {
  const line = document.createElement('p');
  line.className = 'network-legend';
  for (const kind of new Set(nodes.map((node) => node.kind).filter(Boolean))) {
    const entry = document.createElement('span');
    entry.append(picture(KINDS[kind] ?? OTHER), kind);
    line.append(entry);
  }
  return line;
}
