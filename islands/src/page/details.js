// <details data-keep="name"> stays as the reader left it.
import { keep, recall } from './store.js';

export function keepDetails(root) {
  const all = root.querySelectorAll?.('details[data-keep]') ?? [];
  for (const details of all) {
    const kept = recall(`open:${details.dataset.keep}`);
    if (kept !== null) details.open = kept === '1';
    details.addEventListener('toggle', () => keep(`open:${details.dataset.keep}`, details.open ? '1' : '0'));
  }
}
