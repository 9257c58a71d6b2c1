// A chart leaves the page as a picture: SVG as text, PNG at twice the size.
import { copyOrSave, save, copy } from '../lib/clipboard.js';
import { say } from '../lib/say.js';

function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = text;
  made.addEventListener('click', async () => say(await act()));
  return made;
}

export function chartButtons(element, view, name) {
  const bar = document.createElement('div');
  bar.className = 'chart-bar';
  const svg = async () => {
    const text = await view().toSVG();
    if (await copy(text)) return 'Copied as SVG';
    save(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`);
    return `Saved as ${name}.svg`;
  };
  const png = async () => {
    const canvas = await view().toCanvas(2);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    return copyOrSave(blob, `${name}.png`);
  };
  bar.append(button('Copy as SVG', svg), button('Copy as PNG', png));
  element.append(bar);
}
