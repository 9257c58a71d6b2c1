import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawable } from '../src/map/features.js';
import { unwrappedRing } from '../src/map/sphere.js';

const feature = (id, type, coordinates, properties) => ({ type: 'Feature', id, geometry: { type, coordinates }, properties });
const drawn = (...features) => drawable({ type: 'FeatureCollection', features });

test('a place known to 100 km is drawn as a circle 100 km from its middle', () => {
  const { regions, places } = drawn(feature('p', 'Point', [21.4, 42], { kind: 'place', radius_km: 100, claims: 3 }));
  const [lon, lat] = regions.features[0].geometry.coordinates[0].reduce((one, other) => (other[1] > one[1] ? other : one));
  assert.ok(Math.abs(lat - (42 + 100 / 111.195)) < 0.01, `${lon} ${lat}`);
  assert.equal(places.features[0].properties.claims, 3);
});

test('an exact place has no circle', () => {
  assert.equal(drawn(feature('p', 'Point', [21.4, 42], { kind: 'place' })).regions.features.length, 0);
});

test('an arc begins and ends at its places and bends to the pole', () => {
  const { movements } = drawn(feature('m', 'LineString', [[0, 50], [90, 50]], { kind: 'movement', origins_low: 2 }));
  const { coordinates } = movements.features[0].geometry;
  assert.deepEqual(coordinates[0].map(Math.round), [0, 50]);
  assert.deepEqual(coordinates.at(-1).map(Math.round), [90, 50]);
  assert.ok(Math.max(...coordinates.map(([, lat]) => lat)) > 58);
  assert.equal(movements.features[0].properties.origins, 2);
});

test('an arc over the Pacific goes the short way', () => {
  const { movements } = drawn(feature('m', 'LineString', [[139, 35], [-122, 37]], { kind: 'movement' }));
  const lons = movements.features[0].geometry.coordinates.map(([lon]) => lon);
  assert.ok(lons.every((lon, at) => at === 0 || Math.abs(lon - lons[at - 1]) < 10));
});

for (const [properties, unsure] of [
  [{ status: 'planned' }, true],
  [{ status: 'denied' }, true],
  [{ inferred: true }, true],
  [{ status: 'asserted' }, false],
  [{}, false],
]) {
  test(`a movement ${JSON.stringify(properties)} is ${unsure ? 'dashed' : 'whole'}`, () => {
    const { movements } = drawn(feature('m', 'LineString', [[0, 0], [9, 9]], { kind: 'movement', ...properties }));
    assert.equal(movements.features[0].properties.unsure, unsure);
  });
}

test('what has no place or no known kind is left to the table', () => {
  const { all, bounds } = drawn(
    { type: 'Feature', id: 'a', geometry: null, properties: { kind: 'place' } },
    feature('b', 'Point', [1, 1], { kind: 'rumour' }),
  );
  assert.equal(all.size, 0);
  assert.equal(bounds, null);
});

test('a ring round the pole is closed at the edge of the map', () => {
  const ring = unwrappedRing([[-180, -70], [-90, -72], [0, -70], [90, -72], [179, -70], [-180, -70]]);
  assert.deepEqual(ring.slice(-3), [[180, -90], [-180, -90], [-180, -70]]);
});

test('a continent does not widen what is shown, and is drawn when it is chosen', () => {
  const box = [[[-10, 0], [50, 0], [50, 60], [-10, 60], [-10, 0]]];
  const { bounds, regions, boundsOf } = drawn(
    feature('c', 'Polygon', box, { kind: 'place', radius_km: 3000 }),
    feature('p', 'Point', [21, 42], { kind: 'place' }),
  );
  assert.equal(regions.features[0].properties.plain, true);
  assert.ok(bounds[0][0] > 15 && bounds[1][0] < 25, JSON.stringify(bounds));
  assert.deepEqual(boundsOf('c')[0].map(Math.round), [-10, 0]);
});

test('the dot of a region is in its largest piece, whichever way its ring runs', () => {
  const large = [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]];
  const small = [[[60, 0], [61, 0], [61, 1], [60, 1], [60, 0]]];
  for (const ring of [large, large.map((each) => [...each].reverse())]) {
    const { places } = drawn(feature('p', 'MultiPolygon', [small, ring], { kind: 'place' }));
    assert.deepEqual(places.features[0].geometry.coordinates.map(Math.round), [5, 5]);
  }
});
