// Selecting text of a reading: the selection is marked and its place goes into a form, in code points.
import { createTextAnnotator } from '@recogito/text-annotator';
import { fill, target } from './annotate/form.js';
import { spanOf } from './annotate/offsets.js';
import { say } from './lib/say.js';
import { style } from './lib/source.js';
import { onTheme, tokens } from './lib/tokens.js';

const WANTED = {
  source: ['--source', '#1f4fa3'],
  cue: ['--cue', '#7a3b9a'],
  content: ['--content', '#7a5200'],
};
const OPACITY = 0.28;
const SETTLED_MS = 60; // after the selection's last change

export async function mount(element) {
  await style('annotate.css');
  const names = new Map(); // annotation's id -> the span it was made for
  let colours = tokens(element, WANTED);
  const look = ({ id }) => ({ fill: colours[names.get(id)] ?? colours.content, fillOpacity: OPACITY });
  // marks laid over the text as elements: the other way of drawing them adds a style element, which pages forbid
  const annotator = createTextAnnotator(element, { renderer: 'SPANS', style: look, userSelectAction: 'NONE' });

  function take(annotation) {
    const found = spanOf(element, annotation.target.selector[0].range);
    const span = target(element);
    if (!found || !span.start) return;
    // one mark for each span of the form
    for (const [id, name] of names) {
      if (name === span.name && id !== annotation.id) {
        names.delete(id);
        annotator.removeAnnotation(id);
      }
    }
    names.set(annotation.id, span.name);
    fill(span, found);
    annotator.setStyle(look);
    say(`${span.name}: ${found.quote}`);
    element.dispatchEvent(new CustomEvent('sayso:span', { bubbles: true, detail: { name: span.name, ...found } }));
  }

  // a selection is an annotation from its first letters on and grows; the annotator's events tell of its beginning and,
  // much later, of its end
  let waiting = 0;
  annotator.state.store.observe(({ changes }) => {
    const last = changes.created?.at(-1) ?? changes.updated?.at(-1)?.newValue;
    if (!last) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => take(last), SETTLED_MS);
  });
  onTheme(() => {
    colours = tokens(element, WANTED);
    annotator.setStyle(look);
  });
}
