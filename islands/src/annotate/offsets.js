// From a selection in the page to code points of the document's text.
//
// Blocks carry data-start, the code point of the document at which their text begins; their text is the document's,
// letter for letter. What stands in a block and is not of the document (labels, numbers) is inside of [data-aside].
import { length, toCodePoints } from '../codepoints.js';

/** The text nodes of the document inside `root`, in order. */
export function* textNodes(root) {
  const walker = root.ownerDocument.createTreeWalker(root, 4); // NodeFilter.SHOW_TEXT
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest('[data-start]') && !node.parentElement.closest('[data-aside]')) yield node;
  }
}

/** The code point of the document at UTF-16 offset `units` of a text node. */
function position(node, units) {
  const block = node.parentElement.closest('[data-start]');
  let before = 0;
  for (const other of textNodes(block)) {
    if (other === node) break;
    before += length(other.data);
  }
  return Number(block.dataset.start) + before + toCodePoints(node.data, units);
}

/** {start, end, quote} of a range, without white space at its ends; null where it has no text of the document. */
export function spanOf(root, range) {
  const parts = [];
  for (const node of textNodes(root)) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (node.data.slice(from, to).trim()) parts.push({ node, from, to });
  }
  if (!parts.length) return null;
  const [first, last] = [parts[0], parts.at(-1)];
  first.from += first.node.data.slice(first.from, first.to).search(/\S/);
  last.to -= /\s*$/.exec(last.node.data.slice(last.from, last.to))[0].length;
  return {
    start: position(first.node, first.from),
    end: position(last.node, last.to),
    quote: parts.map(({ node, from, to }) => node.data.slice(from, to)).join(''),
  };
}
