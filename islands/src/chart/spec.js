// What a specification leaves to the page: its width, and whose midnight a day begins at.

const COMPOSED = ['vconcat', 'hconcat', 'concat', 'facet', 'repeat'];
const AXIS = 120; // pixels that the axes of a composed part may need
const NARROWEST = 160;

/** `change(part, key)` for every object of the specification, from the outside in. */
function mapped(part, change, key = '') {
  if (Array.isArray(part)) return part.map((each) => mapped(each, change, key));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(
    Object.entries(change(part, key)).map(([name, each]) => [name, mapped(each, change, name)]),
  );
}

/** The specification at a width in pixels: "container" also where Vega-Lite knows none, inside a composition. */
export function sized(spec, width) {
  if (!COMPOSED.some((key) => key in spec)) {
    return { autosize: { type: 'fit-x', contains: 'padding' }, ...spec, width: Math.max(NARROWEST, width) };
  }
  const inner = Math.max(NARROWEST, width - AXIS);
  return mapped(spec, (part) => (part.width === 'container' ? { ...part, width: inner } : part));
}

// a label says its year as well: which of them has room is not known beforehand
const DATES = { year: '%Y', quarter: '%b %Y', month: '%b %Y', week: '%-d %b', date: '%-d %b', hours: '%-d %b %H:%M' };

function temporal(channel) {
  const axis = channel.axis === null || channel.axis?.format ? channel.axis : { ...channel.axis, format: DATES };
  if (typeof channel.timeUnit === 'string') {
    const { timeUnit } = channel;
    return { ...channel, timeUnit: timeUnit.startsWith('utc') ? timeUnit : `utc${timeUnit}` };
  }
  return channel.scale === null ? { ...channel, axis } : { ...channel, axis, scale: { type: 'utc', ...channel.scale } };
}

/** The specification with its days in UTC: the ledger's days are not to move with the reader's clock. */
export function universal(spec) {
  return mapped(spec, (part, key) => ((key === 'x' || key === 'y') && part.type === 'temporal' ? temporal(part) : part));
}
