// Elements that drawings put around themselves.

/** An element with a class, and with text where there is any. */
export function make(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** A quiet button that does something. */
export function button(text, act) {
  const made = make('button', 'quiet', text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
