// What a mark says, in words beside the pointer. Text only: what it says came from pages that strangers wrote.

const OFF = 14; // pixels from the pointer

function lines(value) {
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.entries(value)
    .filter(([, shown]) => shown !== null && shown !== undefined && shown !== '')
    .map(([name, shown]) => `${name}: ${shown}`);
}

export function tip(element) {
  const box = document.createElement('div');
  box.className = 'chart-tip';
  box.hidden = true;
  element.append(box);
  const hide = () => {
    box.hidden = true;
  };
  // what is shown on hover goes away on Escape (WCAG 2.2, 1.4.13)
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  return {
    show(_, event, item, value) {
      if (value === null || value === undefined || value === '') return hide();
      box.replaceChildren(
        ...lines(value).map((line) => {
          const made = document.createElement('p');
          made.textContent = line;
          return made;
        }),
      );
      box.hidden = false;
      const around = element.getBoundingClientRect();
      const [x, y] = [event.clientX - around.left, event.clientY - around.top];
      const left = x + OFF + box.offsetWidth > around.width ? Math.max(0, x - OFF - box.offsetWidth) : x + OFF;
      box.style.transform = `translate(${Math.round(left)}px, ${Math.round(y + OFF)}px)`;
    },
  };
}
