// The review queue by keyboard. Buttons and links with data-key="a" inside the element answer to that key; a form
// <… data-keys-settings> with inputs named after data-action holds the reader's own keys; "Keys" of the page's help
// turns all off. data-focus="#id" on one of them moves the focus there.
import { keysOn, writing } from './page/keys.js';
import { keep, recall } from './page/store.js';

/** {action: key}, as the reader set them; the page's own where nothing is set. */
function ownKeys() {
  try {
    return JSON.parse(recall('review-keys') ?? '{}');
  } catch {
    return {};
  }
}

function label(element, own) {
  for (const button of element.querySelectorAll('[data-key]')) {
    const key = own[button.dataset.action] ?? button.dataset.key;
    button.setAttribute('aria-keyshortcuts', key);
    const shown = button.querySelector('kbd');
    if (shown) shown.textContent = key;
  }
}

function settings(own, changed) {
  const form = document.querySelector('[data-keys-settings]');
  if (!form) return;
  for (const input of form.querySelectorAll('input[name]')) {
    if (own[input.name]) input.value = own[input.name];
    input.addEventListener('change', () => {
      const key = input.value.trim();
      if (key) own[input.name] = key;
      else delete own[input.name];
      keep('review-keys', JSON.stringify(own));
      changed();
    });
  }
  form.addEventListener('reset', () => {
    for (const action of Object.keys(own)) delete own[action];
    keep('review-keys', null);
    changed();
  });
}

export function mount(element) {
  const own = ownKeys();
  const relabel = () => label(element, own);
  relabel();
  settings(own, relabel);
  // what htmx swaps in comes with the page's own keys
  element.addEventListener('htmx:load', relabel);
  element.addEventListener('click', ({ target }) => {
    const link = target.closest?.('[data-focus]');
    const wanted = link && document.querySelector(link.dataset.focus);
    const fold = wanted?.closest('details');
    if (fold) fold.open = true;
    if (wanted) setTimeout(() => wanted.focus()); // after the link was followed
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
    if (writing(event.target) || !keysOn() || document.querySelector('dialog[open]')) return;
    const wanted = [...element.querySelectorAll('[aria-keyshortcuts]')].find(
      (button) => button.getAttribute('aria-keyshortcuts') === event.key && !button.disabled,
    );
    if (!wanted) return;
    event.preventDefault();
    wanted.focus();
    wanted.click();
    const field = wanted.dataset.focus && document.querySelector(wanted.dataset.focus);
    field?.focus();
    field?.select?.();
  });
}
