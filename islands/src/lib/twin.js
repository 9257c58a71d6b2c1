// The table twin of an island: data-twin="#id" names it (else it is somewhere in the page's main part). Its rows carry
// data-id, or data-row and an id of their own. What is selected in one is marked in the other: the island says
// `sayso:select` {id}; the table hints what the reader's pointer or focus is on.

const ROW = '[data-id], [data-row][id]';
const idOf = (row) => row?.dataset.id ?? row?.id ?? null;

function tableOf(element) {
  return document.querySelector(element.dataset.twin || 'main');
}

function rowOf(element, id) {
  const rows = [...(tableOf(element)?.querySelectorAll(ROW) ?? [])];
  return rows.find((row) => idOf(row) === id) ?? null;
}

/** Connects both ways; `hint(id or null)` is called for rows under the pointer or with the focus. */
export function twin(element, hint) {
  const table = tableOf(element);
  if (!table) return;
  const pointed = (target) => idOf(target.closest?.(ROW));
  for (const [enter, leave] of [['pointerover', 'pointerleave'], ['focusin', 'focusout']]) {
    table.addEventListener(enter, ({ target }) => hint(pointed(target)));
    table.addEventListener(leave, () => hint(null));
  }
  element.addEventListener('sayso:select', ({ detail }) => {
    for (const row of table.querySelectorAll(`:is(${ROW})[aria-current]`)) row.removeAttribute('aria-current');
    // the page stays where it is: what was chosen is what the reader looks at
    if (detail.id !== null) rowOf(element, detail.id)?.setAttribute('aria-current', 'true');
  });
}

/** A button that leads to the row which says the same; null where there is none. */
export function toRow(element, id) {
  const row = rowOf(element, id);
  if (!row) return null;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = 'In the table';
  button.addEventListener('click', () => {
    for (let fold = row.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    if (!row.hasAttribute('tabindex')) row.tabIndex = -1;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
  });
  return button;
}

/** Tells the page that something was chosen; null takes the choice back. */
export function select(element, id) {
  element.dispatchEvent(new CustomEvent('sayso:select', { bubbles: true, detail: { id } }));
}
