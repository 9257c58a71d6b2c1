// The map: places with their uncertainty, movements as arcs, checks; Natural Earth shapes from this server alone.
//
// data-src answers a GeoJSON FeatureCollection; what the properties of its features mean says map/features.js.
// data-twin names the table that shows the same.
import { LngLatBounds, Map as Canvas, setWorkerUrl } from 'maplibre-gl';
import { ask, asset, dataOf, style } from './lib/source.js';
import { onTheme, still, tokens } from './lib/tokens.js';
import { select, twin } from './lib/twin.js';
import { baseShapes } from './map/base.js';
import { drawable } from './map/features.js';
import { addImages } from './map/images.js';
import { HINT, PICKED, SELECTABLE, mapStyle, WANTED } from './map/style.js';
import { furnish } from './map/furniture.js';

const MARGIN = 48; // pixels between what is shown and the edge
const CLOSEST = 7; // zoom that fitting does not go beyond: places are rarely known better
const EVERYWHERE = [[-168, -55], [190, 74]]; // shown where there is nothing to show
const WORLD = 512; // pixels of the world's width at zoom 0
const FINER = 3.2; // zoom from which 1:50m shapes are worth their download

function webgl() {
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl2') ?? canvas.getContext('webgl');
}

/** Fetches the finer shapes when somebody looks closer, once. */
function refine(map, show) {
  const look = async () => {
    if (map.getZoom() < FINER) return;
    map.off('zoomend', look);
    try {
      show(baseShapes(await ask(asset('countries-50m.json'))));
    } catch (error) {
      console.warn(error); // the coarse shapes stay
    }
  };
  map.on('zoomend', look);
  look();
}

export async function mount(element) {
  if (!webgl()) throw new Error('this browser has no WebGL, or it is switched off');
  const [coarse, collection] = await Promise.all([
    ask(asset('countries-110m.json')).then(baseShapes),
    dataOf(element),
    style('map.css'),
  ]);
  const data = drawable(collection);
  let base = coarse;
  const parts = furnish(element, data);

  setWorkerUrl(asset('map-worker.js'));
  const styled = () => mapStyle(tokens(element, WANTED), base, data);
  const map = new Canvas({
    container: parts.canvas,
    style: styled(),
    attributionControl: false,
    renderWorldCopies: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    minZoom: Math.max(0, Math.log2(parts.canvas.clientWidth / WORLD) - 0.3), // one world is enough
    maxZoom: 12,
    fadeDuration: still() ? 0 : 150,
    canvasContextAttributes: { preserveDrawingBuffer: true }, // so that it is printed too
    locale: { 'Map.Title': element.getAttribute('aria-label') ?? 'Map' },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.scrollZoom.setWheelZoomRate(1 / 300);

  const bounds = new LngLatBounds(data.bounds ?? EVERYWHERE);
  const fit = (to, options = {}) =>
    to && map.fitBounds(to, { padding: MARGIN, maxZoom: CLOSEST, animate: !still(), ...options });
  const mark = (layers, id) => {
    for (const layer of layers) if (map.getLayer(layer)) map.setFilter(layer, ['==', ['get', 'id'], id ?? '']);
  };
  const pick = (id, { move = false } = {}) => {
    mark(PICKED, id);
    parts.show(id);
    if (move && id !== null) fit(data.boundsOf(id));
    select(element, id);
  };
  const zoom = (by) => map.easeTo({ zoom: map.getZoom() + by, animate: !still() });
  parts.connect({ pick, zoom, fitAll: () => fit(bounds) });
  twin(element, (id) => mark(HINT, id));

  map.on('error', ({ error }) => console.warn(error));
  addImages(map);
  const first = new Promise((done) => map.once('load', done));
  fit(bounds, { animate: false });
  await first;
  refine(map, (finer) => {
    base = finer;
    map.getSource('countries').setData(base.countries);
    map.getSource('names').setData(base.names);
  });
  onTheme(() => map.setStyle(styled()));
  // one shape may lie over another: the smallest is what was meant
  const under = (point) =>
    map
      .queryRenderedFeatures([[point.x - 4, point.y - 4], [point.x + 4, point.y + 4]], { layers: SELECTABLE })
      .sort((one, other) => one.properties.order - other.properties.order)[0];
  map.on('click', ({ point }) => pick(under(point)?.properties.id ?? null));
  map.on('mousemove', ({ point }) => {
    map.getCanvas().style.cursor = under(point) ? 'pointer' : '';
  });
}
