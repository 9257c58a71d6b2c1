// <button data-copy="text"> copies that text; <button data-copy-from="#id"> what an element shows, a table as a table.
import { copy } from '../lib/clipboard.js';
import { say } from '../lib/say.js';

export function copyButtons() {
  document.addEventListener('click', async ({ target }) => {
    const button = target.closest?.('[data-copy], [data-copy-from]');
    if (!button) return;
    const from = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
    const done = from ? await copy(from.innerText, from.outerHTML) : await copy(button.dataset.copy ?? '');
    say(done ? 'Copied' : 'This browser did not allow copying');
    button.dataset.copied = String(done);
    setTimeout(() => delete button.dataset.copied, 2000);
  });
}
