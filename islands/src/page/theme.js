// Light, dark, or as the system has it: <button data-theme-switch> goes round the three.
import { say } from '../lib/say.js';
import { keep, recall } from './store.js';

const WORDS = { auto: 'Auto', light: 'Light', dark: 'Dark' };
const CHOICES = Object.keys(WORDS);

function choice() {
  const kept = recall('theme');
  return CHOICES.includes(kept) ? kept : 'auto';
}

function apply(theme) {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  // so that the next page comes in the right colours at once
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
  for (const button of document.querySelectorAll('[data-theme-switch]')) {
    button.hidden = false;
    button.textContent = WORDS[theme];
    button.title = 'Colours of the page: light, dark, or as the system has it';
  }
}

export function themeSwitch() {
  apply(choice());
  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-theme-switch]')) return;
    const next = CHOICES[(CHOICES.indexOf(choice()) + 1) % CHOICES.length];
    keep('theme', next === 'auto' ? null : next);
    apply(next);
    say(`Colours: ${WORDS[next]}`);
  });
}
