// How nodes and edges look: the shape says the kind, and so does the word under the name.

export const WANTED = {
  font: ['--text', 'sans-serif'],
  ink: ['--ink', '#1d1b18'],
  muted: ['--muted', '#5d5850'],
  raised: ['--raised', '#ffffff'],
  control: ['--control', '#8a8478'],
  accent: ['--accent', '#0b5d7a'],
  focus: ['--focus', '#b3430e'],
  person: ['--series-1', '#0b5d7a'],
  body: ['--series-2', '#c2570c'],
  outlet: ['--series-4', '#9a4c95'],
  page: ['--series-6', '#5468b0'],
  claim: ['--series-3', '#1f8a5b'],
};

/** kind: [shape, colour of WANTED] */
export const KINDS = {
  named: ['ellipse', 'person'],
  person: ['ellipse', 'person'],
  role: ['octagon', 'person'],
  group: ['round-rectangle', 'body'],
  organization: ['round-rectangle', 'body'],
  outlet: ['rectangle', 'outlet'],
  agency: ['cut-rectangle', 'outlet'],
  page: ['bottom-round-rectangle', 'page'],
  document: ['bottom-round-rectangle', 'page'],
  claim: ['diamond', 'claim'],
  origin: ['hexagon', 'claim'],
  anonymous: ['ellipse', 'control'],
  unnamed: ['ellipse', 'control'],
};
export const OTHER = ['round-octagon', 'control'];

export function look(colours) {
  return [
    {
      selector: 'node',
      style: {
        shape: OTHER[0],
        width: 'mapData(weight, 1, 40, 20, 54)',
        height: 'mapData(weight, 1, 40, 20, 54)',
        'background-color': colours.control,
        'border-width': 1.5,
        'border-color': colours.raised,
        label: 'data(shown)',
        color: colours.ink,
        'font-family': colours.font,
        'font-size': 11,
        'text-wrap': 'wrap',
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-outline-color': colours.raised,
        'text-outline-width': 2,
      },
    },
    ...Object.entries(KINDS).map(([kind, [shape, colour]]) => ({
      selector: `node[kind = "${kind}"]`,
      style: { shape, 'background-color': colours[colour] },
    })),
    { selector: 'node[kind = "unnamed"], node[kind = "anonymous"]', style: { 'background-opacity': 0.25, 'border-style': 'dashed', 'border-color': colours.control } },
    {
      selector: 'edge',
      style: {
        width: 'mapData(weight, 1, 20, 1.25, 7)',
        'line-color': colours.control,
        'target-arrow-color': colours.control,
        'target-arrow-shape': 'triangle',
        'curve-style': 'bezier',
        label: 'data(shown)',
        color: colours.muted,
        'font-family': colours.font,
        'font-size': 9,
        'text-rotation': 'autorotate',
        'text-outline-color': colours.raised,
        'text-outline-width': 2,
        'min-zoomed-font-size': 7,
      },
    },
    { selector: 'edge[unsure = 1]', style: { 'line-style': 'dashed', 'target-arrow-fill': 'hollow' } },
    { selector: 'edge.picked', style: { 'line-color': colours.focus, 'target-arrow-color': colours.focus } },
    { selector: 'node.down', style: { 'text-valign': 'center', 'text-halign': 'right', 'text-margin-x': 5, 'text-margin-y': 0, 'text-justification': 'left' } },
    { selector: 'edge.down', style: { 'text-rotation': 'none' } },
    { selector: 'node.nameless', style: { 'text-opacity': 0 } },
    { selector: '.faded', style: { opacity: 0.25 } },
    { selector: 'node.hinted', style: { 'border-color': colours.ink, 'border-width': 4, 'text-opacity': 1 } },
    { selector: 'node.picked', style: { 'border-color': colours.focus, 'border-width': 4, 'text-opacity': 1 } },
  ];
}
