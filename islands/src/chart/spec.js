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

/** The specification with its days in UTC: the ledger's days are not to move with the reader's clock. */
export function universal(spec) {
  return mapped(spec, (part, key) => {
    if (part.type !== 'temporal' || (key !== 'x' && key !== 'y')) return part;
    if (typeof part.timeUnit === 'string') {
      return { ...part, timeUnit: part.timeUnit.startsWith('utc') ? part.timeUnit : `utc${part.timeUnit}` };
    }
    return part.scale === null ? part : { ...part, scale: { type: 'utc', ...part.scale } };
  });
}
