// What every page loads: htmx, the reader's own settings, and the loader of islands. Pages work without it.
import htmx from 'htmx.org';
import 'htmx-ext-sse';
import { copyButtons } from './page/copy.js';
import { keepDetails } from './page/details.js';
import { startIslands } from './page/islands.js';
import { keyboard } from './page/keys.js';
import { themeSwitch } from './page/theme.js';
import { localTimes } from './page/times.js';

// set before htmx looks at the page: nothing is evaluated, no style element is added, no other host is asked
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0, // claims may be confidential: nothing of a page is left in the browser's storage
});

themeSwitch();
keyboard();
copyButtons();
htmx.onLoad((root) => {
  keepDetails(root);
  localTimes(root);
  startIslands(root);
});
