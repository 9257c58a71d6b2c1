// The fields that a selection fills, which can be written in by hand as well.
//
// A form of several spans: <fieldset data-span="source"> with a radio button [data-span-pick], inputs [data-start] and
// [data-end], and an element [data-quote] that shows the words. Or one span, named on the article itself:
// data-target-start, data-target-end, data-target-quote (selectors).

function write(field, value) {
  if (!field) return;
  if ('value' in field) field.value = value;
  else field.textContent = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function alone({ targetStart, targetEnd, targetQuote }) {
  const find = (selector) => selector && document.querySelector(selector);
  return { name: 'content', start: find(targetStart), end: find(targetEnd), quote: find(targetQuote) };
}

/** The span that a selection is for now: {name, start, end, quote}, the last three fields or null. */
export function target(article) {
  const form = article.dataset.form && document.querySelector(article.dataset.form);
  const set = form?.querySelector('[data-span]:has([data-span-pick]:checked)') ?? form?.querySelector('[data-span]');
  if (!set) return alone(article.dataset);
  const field = (name) => set.querySelector(`[${name}]`);
  return { name: set.dataset.span, start: field('data-start'), end: field('data-end'), quote: field('data-quote') };
}

export function fill(span, { start, end, quote }) {
  write(span.start, String(start));
  write(span.end, String(end));
  write(span.quote, quote);
}
