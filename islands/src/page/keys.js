// Keys of every page: "/" to the search, "?" for help (<dialog id="keys-help">), "g" and a letter to a view
// (<a data-go="m">). <input type="checkbox" data-keys-switch> turns the single letters off (WCAG 2.2, 2.1.4).
import { keep, recall } from './store.js';

const GO_MS = 1500;

export function keysOn() {
  return recall('keys') !== 'off';
}

/** Whether a key pressed here is text that somebody writes. */
export function writing(target) {
  return Boolean(target.closest?.('input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'));
}

export function keyboard() {
  let gone = 0;
  for (const box of document.querySelectorAll('[data-keys-switch]')) box.checked = keysOn();
  document.addEventListener('change', ({ target }) => {
    if (!target.matches?.('[data-keys-switch]')) return;
    keep('keys', target.checked ? null : 'off');
    for (const box of document.querySelectorAll('[data-keys-switch]')) box.checked = target.checked;
  });
  document.addEventListener('click', ({ target }) => {
    if (target.closest?.('[data-keys-help]')) document.getElementById('keys-help')?.showModal();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writing(event.target)) return;
    if (!keysOn() || document.querySelector('dialog[open]')) return;
    const view = Date.now() - gone < GO_MS && document.querySelector(`a[data-go="${CSS.escape(event.key)}"]`);
    gone = event.key === 'g' ? Date.now() : 0;
    if (view) {
      event.preventDefault();
      view.click();
    } else if (event.key === '/') {
      const search = [...document.querySelectorAll('[data-search], input[type=search]')].find((field) => field.checkVisibility());
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select?.();
    } else if (event.key === '?') {
      const help = document.getElementById('keys-help');
      if (!help?.showModal) return;
      event.preventDefault();
      help.showModal();
    }
  });
}
