// The two pictures that the map's style names, as distance fields so that the theme can colour them.

const SIZE = 32;

function draw(path) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const context = canvas.getContext('2d');
  context.beginPath();
  path(context);
  context.closePath();
  context.fill();
  return context.getImageData(0, 0, SIZE, SIZE);
}

function arrow(context) {
  context.moveTo(16, 2);
  context.lineTo(27, 28);
  context.lineTo(16, 22);
  context.lineTo(5, 28);
}

function diamond(context) {
  context.moveTo(16, 1);
  context.lineTo(31, 16);
  context.lineTo(16, 31);
  context.lineTo(1, 16);
}

/** Draws a picture when the style first asks for it, and again after the style was replaced. */
export function addImages(map) {
  const pictures = { arrow, diamond };
  map.setMissingStyleImageResolver((id) => {
    if (pictures[id] && !map.hasImage(id)) map.addImage(id, draw(pictures[id]), { sdf: true, pixelRatio: 2 });
  });
}
