// From the FeatureCollection the server answers to what is drawn.
//
// A feature has an `id` (as the rows of the table twin) and properties:
//   kind      "place" (Point or Polygon), "movement" (LineString of two or more places) or "check" (any geometry)
//   title     what it is called; href: the page about it; note, lines: text to show when it is selected
// place:      radius_km  how far it reaches (a Point is drawn with a circle of that size); claims: how many name it;
//             uncertain: true where the region is what is known and the spot in it is not; at: where a region's dot is
// movement:   origins_low  how many independent origins it has at least; status: as in the ledger; inferred: true
//             where it is concluded and not said
// check:      verdict: what was found, in a word; lines: the reasons
import { geoCircle, geoDistance, geoInterpolate } from 'd3-geo';
import { heart, unwrapped, unwrappedGeometry } from './sphere.js';

const EARTH_KM = 6371.0088; // mean radius, IUGG
const LARGE_KM = 250;
const STEP = 0.02; // radians between two points of an arc: about 130 km
const UNSURE = new Set(['hedged', 'planned', 'denied', 'hypothetical', 'asked']); // statuses of the ledger

function arc(stops) {
  const points = stops.slice(1).flatMap((stop, at) => {
    const between = geoInterpolate(stops[at], stop);
    const steps = Math.max(8, Math.ceil(geoDistance(stops[at], stop) / STEP));
    return Array.from({ length: steps + (at ? 0 : 1) }, (_, step) => between((step + (at ? 1 : 0)) / steps));
  });
  return unwrapped(points);
}

function circle(centre, radiusKm) {
  return unwrappedGeometry(geoCircle().center(centre).radius((radiusKm / EARTH_KM) * (180 / Math.PI)).precision(6)());
}

function* positions(coordinates) {
  if (typeof coordinates[0] === 'number') yield coordinates;
  else for (const part of coordinates) yield* positions(part);
}

function boundsOf(geometries) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    for (const [lon, lat] of positions(geometry.coordinates)) {
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  }
  if (west > east) return null;
  // Mercator ends at 85 degrees
  return [[west, Math.max(south, -84)], [east, Math.min(north, 84)]];
}

/** Where the dot of anything is put. */
function middle(geometry) {
  if (geometry.type.endsWith('Polygon')) return heart(geometry).at;
  const [[west, south], [east, north]] = boundsOf([geometry]);
  return [(west + east) / 2, (south + north) / 2];
}

/** Degrees clockwise from north of a line's last step on a Mercator map. */
function heading(points) {
  const y = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI);
  const [[fromLon, fromLat], [toLon, toLat]] = points.slice(-2);
  return (Math.atan2(toLon - fromLon, y(toLat) - y(fromLat)) * 180) / Math.PI;
}

function place(feature, common) {
  const { geometry, properties } = feature;
  const region = geometry.type === 'Point'
    ? properties.radius_km > 0 && circle(geometry.coordinates, properties.radius_km)
    : unwrappedGeometry(geometry);
  const at = geometry.type === 'Point' ? geometry.coordinates : (properties.at ?? middle(geometry));
  // a country or a continent is its place on the map: its shape is shown when it is chosen
  const plain = !properties.uncertain && (properties.radius_km ?? 0) > LARGE_KM;
  const shared = { ...common, claims: properties.claims ?? 1, radius_km: properties.radius_km ?? 0, uncertain: Boolean(properties.uncertain), plain };
  return {
    regions: region ? [{ type: 'Feature', geometry: region, properties: { ...shared, order: 3 } }] : [],
    places: [{ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { ...shared, order: 1 } }],
  };
}

function movement({ geometry, properties }, common) {
  const points = arc(geometry.coordinates);
  const shared = {
    ...common,
    origins: Math.max(1, properties.origins_low ?? 1),
    unsure: Boolean(properties.inferred) || UNSURE.has(properties.status),
    order: 2,
  };
  const tip = { type: 'Point', coordinates: points.at(-1) };
  return {
    movements: [{ type: 'Feature', geometry: { type: 'LineString', coordinates: points }, properties: shared }],
    tips: [{ type: 'Feature', geometry: tip, properties: { ...shared, heading: heading(points) } }],
  };
}

function check({ geometry }, common) {
  const at = geometry.type === 'Point' ? geometry.coordinates : middle(geometry);
  return { checks: [{ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { ...common, order: 0 } }] };
}

const DRAW = { place, movement, check };

/** {regions, places, movements, tips, checks} as FeatureCollections, `all` the features by id, and their bounds. */
export function drawable(collection) {
  const drawn = { regions: [], places: [], movements: [], tips: [], checks: [] };
  const all = new Map();
  const shapes = new Map();
  for (const feature of collection.features ?? []) {
    const draw = DRAW[feature.properties?.kind];
    if (!draw || !feature.geometry?.coordinates?.length) continue;
    const id = String(feature.id ?? feature.properties.id ?? all.size);
    const parts = draw(feature, { id, title: String(feature.properties.title ?? '') });
    all.set(id, feature);
    for (const [name, features] of Object.entries(parts)) {
      drawn[name].push(...features);
      shapes.set(id, [...(shapes.get(id) ?? []), ...features.map(({ geometry }) => geometry)]);
    }
  }
  const layers = Object.fromEntries(
    Object.entries(drawn).map(([name, features]) => [name, { type: 'FeatureCollection', features }]),
  );
  return {
    ...layers,
    all,
    // not of regions: one claim about a continent would show the world
    bounds: boundsOf(['places', 'movements', 'checks'].flatMap((name) => drawn[name].map(({ geometry }) => geometry))),
    boundsOf: (id) => (shapes.has(id) ? boundsOf(shapes.get(id)) : null),
  };
}
