// How the map is drawn, as a MapLibre style made of design tokens and data. No tiles, no glyph server: names are drawn
// with the reader's own fonts.

export const WANTED = {
  sea: ['--sea', '#e6eef2'],
  land: ['--land', '#f7f4ec'],
  border: ['--border', '#b9b1a1'],
  ink: ['--ink', '#1d1b18'],
  muted: ['--muted', '#5d5850'],
  paper: ['--raised', '#ffffff'],
  place: ['--accent', '#0b5d7a'],
  movement: ['--series-2', '#c2570c'],
  check: ['--bad', '#a11f2d'],
  picked: ['--focus', '#b3430e'],
};

/** Layers that answer to a click, and those that mark what is picked, and what the table hints at. */
export const SELECTABLE = ['regions', 'movements', 'movements-unsure', 'places', 'checks'];
export const PICKED = ['picked-region', 'picked-movement', 'picked-place', 'picked-check'];
export const HINT = ['hint-region', 'hint-movement', 'hint-place', 'hint-check'];

const FONT = ['system-ui', 'sans-serif'];
const NONE = ['==', ['get', 'id'], ''];

// the wider the fainter, in kilometres: a town, a district, a region, a country and more
const BY_RADIUS = ['interpolate', ['linear'], ['get', 'radius_km'], 0, 0.3, 25, 0.22, 100, 0.14, 500, 0.07];
const BY_CLAIMS = ['interpolate', ['linear'], ['sqrt', ['get', 'claims']], 1, 4, 3, 7, 10, 14, 30, 22];
const BY_ORIGINS = ['interpolate', ['linear'], ['get', 'origins'], 1, 1.75, 2, 3, 5, 6, 12, 10];

function widened(by) {
  return ['+', BY_ORIGINS, by];
}

/** A region's edge: dashed where the place is somewhere in it, whole where it is the place. */
function edges(colours) {
  const shared = { type: 'line', source: 'regions' };
  const small = ['!', ['get', 'plain']];
  const paint = { 'line-color': colours.place, 'line-opacity': 0.7 };
  return [
    { ...shared, id: 'edges', filter: ['all', small, ['!', ['get', 'uncertain']]], paint: { ...paint, 'line-width': 0.8 } },
    {
      ...shared,
      id: 'edges-uncertain',
      filter: ['get', 'uncertain'],
      paint: { ...paint, 'line-width': 1.5, 'line-dasharray': [2, 2] },
    },
  ];
}

function names(colours) {
  return {
    id: 'names',
    type: 'symbol',
    source: 'names',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 6, 14],
      'text-letter-spacing': 0.04,
      'text-max-width': 7,
      'symbol-sort-key': ['get', 'order'],
      'text-padding': 8,
    },
    paint: { 'text-color': colours.muted, 'text-halo-color': colours.land, 'text-halo-width': 1.2, 'text-opacity': 0.85 },
  };
}

function movements(colours) {
  const shared = { type: 'line', source: 'movements', layout: { 'line-cap': 'butt', 'line-join': 'round' } };
  const paint = { 'line-color': colours.movement, 'line-width': BY_ORIGINS, 'line-opacity': 0.85 };
  return [
    { ...shared, id: 'movements', filter: ['!', ['get', 'unsure']], paint },
    { ...shared, id: 'movements-unsure', filter: ['get', 'unsure'], paint: { ...paint, 'line-dasharray': [2.5, 1.5] } },
    {
      id: 'tips',
      type: 'symbol',
      source: 'tips',
      layout: {
        'icon-image': 'arrow',
        'icon-rotate': ['get', 'heading'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['get', 'origins'], 1, 0.85, 5, 1.3, 12, 1.7],
        'icon-offset': [0, 4],
      },
      paint: { 'icon-color': colours.movement, 'icon-halo-color': colours.land, 'icon-halo-width': 1 },
    },
  ];
}

function marks(prefix, colour, width) {
  return [
    { id: `${prefix}-region`, type: 'line', source: 'regions', filter: NONE, paint: { 'line-color': colour, 'line-width': width } },
    {
      id: `${prefix}-movement`,
      type: 'line',
      source: 'movements',
      filter: NONE,
      paint: { 'line-color': colour, 'line-gap-width': widened(2), 'line-width': width - 0.5 },
    },
    {
      id: `${prefix}-place`,
      type: 'circle',
      source: 'places',
      filter: NONE,
      paint: {
        'circle-radius': ['+', BY_CLAIMS, 4],
        'circle-opacity': 0,
        'circle-stroke-color': colour,
        'circle-stroke-width': width,
      },
    },
    {
      id: `${prefix}-check`,
      type: 'circle',
      source: 'checks',
      filter: NONE,
      paint: { 'circle-radius': 13, 'circle-opacity': 0, 'circle-stroke-color': colour, 'circle-stroke-width': width },
    },
  ];
}

function places(colours) {
  return [
    {
      id: 'places',
      type: 'circle',
      source: 'places',
      paint: {
        'circle-radius': BY_CLAIMS,
        'circle-color': colours.place,
        'circle-opacity': 0.85,
        'circle-stroke-color': colours.paper,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'checks',
      type: 'symbol',
      source: 'checks',
      layout: {
        'icon-image': 'diamond',
        'icon-allow-overlap': true,
        'icon-size': 1.2,
        'text-field': '!',
        'text-font': FONT,
        'text-size': 13,
        'text-allow-overlap': true,
      },
      paint: { 'icon-color': colours.check, 'text-color': colours.paper, 'icon-halo-color': colours.paper, 'icon-halo-width': 1 },
    },
    {
      id: 'titles',
      type: 'symbol',
      source: 'places',
      layout: {
        'text-field': ['get', 'title'],
        'text-font': FONT,
        'text-size': 12.5,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': ['interpolate', ['linear'], ['sqrt', ['get', 'claims']], 1, 0.7, 10, 1.4],
        'text-justify': 'auto',
        'symbol-sort-key': ['-', 0, ['get', 'claims']],
      },
      paint: { 'text-color': colours.ink, 'text-halo-color': colours.paper, 'text-halo-width': 1.6 },
    },
  ];
}

/** The whole style, for these colours (of WANTED), shapes (of base.js) and data (of features.js). */
export function mapStyle(colours, base, data) {
  const source = (shapes) => ({ type: 'geojson', data: shapes, tolerance: 0.3 });
  return {
    version: 8,
    sources: {
      countries: source(base.countries),
      names: source(base.names),
      ...Object.fromEntries(['regions', 'places', 'movements', 'tips', 'checks'].map((name) => [name, source(data[name])])),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colours.land } },
      { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': colours.border, 'line-width': 0.8 } },
      { id: 'regions', type: 'fill', source: 'regions', filter: ['!', ['get', 'plain']], paint: { 'fill-color': colours.place, 'fill-opacity': BY_RADIUS } },
      ...edges(colours),
      names(colours),
      ...movements(colours),
      ...places(colours),
      ...marks('hint', colours.ink, 1.5),
      ...marks('picked', colours.picked, 3),
    ],
  };
}
