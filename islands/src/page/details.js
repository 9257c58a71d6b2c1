// <details data-keep="name"> stays as the reader left it; <details data-wide-open> is open where there is room.
import { keep, recall } from './store.js';

const WIDE = matchMedia('(min-width: 60.01rem)'); // as the style sheet has it

export function keepDetails(root) {
  for (const details of root.querySelectorAll?.('details[data-wide-open]') ?? []) details.open = WIDE.matches;
  const all = root.querySelectorAll?.('details[data-keep]') ?? [];
  for (const details of all) {
    const kept = recall(`open:${details.dataset.keep}`);
    if (kept !== null) details.open = kept === '1';
    details.addEventListener('toggle', () => keep(`open:${details.dataset.keep}`, details.open ? '1' : '0'));
  }
}
