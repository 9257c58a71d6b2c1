// Offsets in sayso count code points; the browser counts UTF-16 units. This is the one place that knows both.

/** How many code points stand in `text` before the UTF-16 offset `units`. Half of a pair counts as not begun. */
export function toCodePoints(text, units) {
  let points = 0;
  for (let at = 0; at < units && at < text.length; points += 1) {
    const size = text.codePointAt(at) > 0xffff ? 2 : 1;
    if (at + size > units) break;
    at += size;
  }
  return points;
}

/** The UTF-16 offset of the code point number `points` of `text`; the text's length where it has no so many. */
export function toUnits(text, points) {
  let at = 0;
  for (let left = points; left > 0 && at < text.length; left -= 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

/** How many code points `text` has. */
export function length(text) {
  return toCodePoints(text, text.length);
}
