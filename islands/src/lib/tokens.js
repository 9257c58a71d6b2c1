// The design tokens, as the style sheets set them, for what is drawn outside of them.

/** {name: colour or length} of custom properties, each with what stands in where the page sets none. */
export function tokens(element, wanted) {
  const style = getComputedStyle(element);
  const found = {};
  for (const [name, [property, otherwise]] of Object.entries(wanted)) {
    found[name] = style.getPropertyValue(property).trim() || otherwise;
  }
  return found;
}

/** Calls back when light turns dark or the other way round, by the switch or by the system. */
export function onTheme(callback) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', callback);
  new MutationObserver(callback).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

export function still() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
