// The table twin of an island: data-twin="#id" names it, its rows carry data-id. What is selected in one is marked in
// the other. The island says `sayso:select` {id}; the table hints what the reader's pointer or focus is on.

/** Connects both ways; `hint(id or null)` is called for rows under the pointer or with the focus. */
export function twin(element, hint) {
  const table = element.dataset.twin && document.querySelector(element.dataset.twin);
  if (!table) return;
  const rowOf = (target) => target.closest?.('[data-id]');
  for (const [enter, leave] of [['pointerover', 'pointerleave'], ['focusin', 'focusout']]) {
    table.addEventListener(enter, ({ target }) => hint(rowOf(target)?.dataset.id ?? null));
    table.addEventListener(leave, () => hint(null));
  }
  element.addEventListener('sayso:select', ({ detail }) => {
    for (const row of table.querySelectorAll('[data-id][aria-current]')) row.removeAttribute('aria-current');
    if (detail.id === null) return;
    const row = table.querySelector(`[data-id="${CSS.escape(detail.id)}"]`);
    row?.setAttribute('aria-current', 'true');
    row?.scrollIntoView({ block: 'nearest' });
  });
}

/** Tells the page that something was chosen; null takes the choice back. */
export function select(element, id) {
  element.dispatchEvent(new CustomEvent('sayso:select', { bubbles: true, detail: { id } }));
}
