// The table twin of an island: data-twin="#id" names it (else it is somewhere in the page's main part). Its rows carry
// data-id, or data-row and an id of their own. What is selected in one is marked in the other: the island says
// `sayso:select` {id}; the table hints what the reader's pointer or focus is on.

const ROW = '[data-id], [data-row][id]';
const idOf = (row) => row?.dataset.id ?? row?.id ?? null;

/** Connects both ways; `hint(id or null)` is called for rows under the pointer or with the focus. */
export function twin(element, hint) {
  const table = document.querySelector(element.dataset.twin || 'main');
  if (!table) return;
  const rowOf = (target) => idOf(target.closest?.(ROW));
  for (const [enter, leave] of [['pointerover', 'pointerleave'], ['focusin', 'focusout']]) {
    table.addEventListener(enter, ({ target }) => hint(rowOf(target)));
    table.addEventListener(leave, () => hint(null));
  }
  element.addEventListener('sayso:select', ({ detail }) => {
    const rows = [...table.querySelectorAll(ROW)];
    for (const row of rows) row.removeAttribute('aria-current');
    const row = detail.id === null ? null : rows.find((each) => idOf(each) === detail.id);
    row?.setAttribute('aria-current', 'true');
    row?.scrollIntoView({ block: 'nearest' });
  });
}

/** Tells the page that something was chosen; null takes the choice back. */
export function select(element, id) {
  element.dispatchEvent(new CustomEvent('sayso:select', { bubbles: true, detail: { id } }));
}
