// From shapes on a sphere to shapes on a flat map.
import { geoArea, geoCentroid } from 'd3-geo';

/** Longitudes made continuous, so that a line over the Pacific does not run round the world. */
export function unwrapped(points) {
  let turn = 0;
  return points.map(([lon, lat], at) => {
    const step = at ? lon - points[at - 1][0] : 0;
    if (step > 180) turn -= 360;
    else if (step < -180) turn += 360;
    return [lon + turn, lat];
  });
}

/** A ring made continuous; one that runs round a pole is closed along the map's edge. */
export function unwrappedRing(ring) {
  const points = unwrapped(ring);
  const [first, last] = [points[0], points.at(-1)];
  if (Math.abs(last[0] - first[0]) < 180) return points;
  const pole = first[1] < 0 ? -90 : 90;
  return [...points, [last[0], pole], [first[0], pole], first];
}

export function unwrappedGeometry({ type, coordinates }) {
  if (type === 'Polygon') return { type, coordinates: coordinates.map(unwrappedRing) };
  if (type === 'MultiPolygon') return { type, coordinates: coordinates.map((rings) => rings.map(unwrappedRing)) };
  return { type, coordinates };
}

/** The middle of a region's largest piece, so that France's is in Europe; its area in steradians. */
export function heart({ type, coordinates }) {
  const pieces = (type === 'MultiPolygon' ? coordinates : [coordinates]).map((rings) => {
    const piece = { type: 'Polygon', coordinates: rings };
    // more than half of the sphere: the ring runs the other way round (RFC 7946 and d3 differ)
    const area = geoArea(piece);
    return area > 2 * Math.PI
      ? { piece: { type: 'Polygon', coordinates: rings.map((ring) => [...ring].reverse()) }, area: 4 * Math.PI - area }
      : { piece, area };
  });
  const { piece, area } = pieces.reduce((one, other) => (other.area > one.area ? other : one));
  return { at: geoCentroid(piece), area };
}
