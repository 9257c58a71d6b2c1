// Charts: a declarative Vega-Lite specification (data-spec, or <script type="application/json" data-spec> inside the
// element), data (data-src), and the page's own fonts and colours. Nothing is evaluated: expressions are interpreted.
//
// An answer that is a list is the data that the specification names ({"name": "rows"}); an answer that is an object
// gives each list in it under its name. A colour may be a token's name ("series-1", "accent", "bad"). Marks whose datum has an `id` are selected together with the table twin's row;
// a parameter called "hint" takes the id of the row that the reader points at.
import { Error as ERRORS, View, logger, parse } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { chartButtons } from './chart/buttons.js';
import { safeLoader } from './chart/loader.js';
import { WANTED, coloured, config } from './chart/theme.js';
import { tip } from './chart/tip.js';
import { sized, universal } from './chart/spec.js';
import { ask, dataOf, style } from './lib/source.js';
import { onTheme, tokens } from './lib/tokens.js';
import { select, twin } from './lib/twin.js';

const SETTLED_MS = 120; // after the last change of size

function specOf(element) {
  const block = element.querySelector('script[type="application/json"][data-spec]');
  if (block) return JSON.parse(block.textContent);
  if (!element.dataset.spec) throw new Error('it has no specification');
  return ask(element.dataset.spec);
}

function datasets(answer, spec) {
  if (Array.isArray(answer)) return { [spec.data?.name ?? 'rows']: answer };
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => Array.isArray(value)));
}

export async function mount(element) {
  const [spec, answer] = await Promise.all([specOf(element), dataOf(element), style('chart.css')]);
  const data = { ...spec.datasets, ...datasets(answer, spec) };
  const drawing = document.createElement('div');
  drawing.className = 'chart-drawing';
  element.classList.add('chart');
  element.replaceChildren(drawing);
  const words = tip(element);
  let view = null;

  async function draw() {
    const colours = tokens(element, WANTED);
    const whole = { ...coloured(sized(universal(spec), drawing.clientWidth), colours), datasets: data };
    const { spec: compiled } = compile(whole, {
      config: config(colours, whole.config),
      logger: logger(ERRORS),
    });
    const next = new View(parse(compiled, null, { ast: true }), {
      expr: expressionInterpreter,
      renderer: 'svg',
      logLevel: ERRORS,
      loader: safeLoader(),
      tooltip: words.show,
      hover: true,
    });
    view?.finalize();
    view = next;
    view.initialize(drawing);
    view.addEventListener('click', (_, item) => {
      const id = item?.datum?.id;
      if (id !== undefined && id !== null) select(element, String(id));
    });
    await view.runAsync();
  }

  await draw();
  chartButtons(element, () => view, spec.usermeta?.name ?? 'chart');
  twin(element, (id) => {
    if (view.getState().signals.hint !== undefined) view.signal('hint', id).runAsync();
  });
  let width = drawing.clientWidth;
  let waiting = 0;
  new ResizeObserver(() => {
    if (drawing.clientWidth === width) return;
    width = drawing.clientWidth;
    clearTimeout(waiting);
    waiting = setTimeout(draw, SETTLED_MS);
  }).observe(drawing);
  onTheme(draw);
}
