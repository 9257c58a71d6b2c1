// The page's colours and type as Vega-Lite's configuration.

export const WANTED = {
  font: ['--text', 'sans-serif'],
  ink: ['--ink', '#1d1b18'],
  muted: ['--muted', '#5d5850'],
  line: ['--line', '#ddd7cb'],
  accent: ['--accent', '#0b5d7a'],
  good: ['--good', '#22643a'],
  warn: ['--warn', '#8a4b00'],
  bad: ['--bad', '#a11f2d'],
  ...Object.fromEntries(
    ['#0b5d7a', '#c2570c', '#1f8a5b', '#9a4c95', '#8a6d00', '#5468b0', '#b23a5c', '#5d5850'].map((colour, at) => [
      `series-${at + 1}`,
      [`--series-${at + 1}`, colour],
    ]),
  ),
};

const COLOURS = new Set(['value', 'color', 'fill', 'stroke', 'range']);

/** The specification with names of tokens replaced by their colours, where a colour stands. */
export function coloured(part, colours, key = '') {
  if (typeof part === 'string') return (COLOURS.has(key) && colours[part]) || part;
  if (Array.isArray(part)) return part.map((each) => coloured(each, colours, key));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, coloured(each, colours, name)]));
}

export function config(colours, own = {}) {
  const series = Array.from({ length: 8 }, (_, at) => colours[`series-${at + 1}`]);
  const words = { labelColor: colours.muted, titleColor: colours.ink, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 600 };
  return {
    background: 'transparent',
    font: colours.font,
    padding: 8,
    view: { stroke: null },
    axis: { ...words, gridColor: colours.line, domainColor: colours.line, tickColor: colours.line, labelLimit: 220 },
    // a line and a number about every 80 pixels
    axisX: { tickCount: { signal: 'max(2, ceil(width / 80))' } },
    legend: { ...words, orient: 'top', labelLimit: 220, symbolStrokeWidth: 2 },
    header: words,
    title: { color: colours.ink, anchor: 'start', fontSize: 14 },
    text: { color: colours.ink },
    rule: { color: colours.muted },
    range: { category: series },
    mark: { color: colours.accent },
    ...own,
  };
}
