// Countries of Natural Earth, from TopoJSON to what MapLibre draws, with a point to write each name at.
import { geoArea, geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import { unwrappedGeometry } from './sphere.js';

/** Where to write a country's name: the middle of its largest piece, so that France's is in Europe. */
function nameOf({ geometry, properties }) {
  if (!geometry) return null;
  const pieces = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const sized = pieces.map((coordinates) => {
    const piece = { type: 'Polygon', coordinates };
    return { piece, area: geoArea(piece) };
  });
  const { piece, area } = sized.reduce((one, other) => (other.area > one.area ? other : one));
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: geoCentroid(piece) },
    // in steradians; larger countries are named first
    properties: { name: properties.name, area, order: -area },
  };
}

export function baseShapes(topology) {
  const countries = feature(topology, topology.objects.countries);
  return {
    countries: {
      ...countries,
      features: countries.features.map((country) => ({ ...country, geometry: unwrappedGeometry(country.geometry) })),
    },
    names: { type: 'FeatureCollection', features: countries.features.map(nameOf).filter(Boolean) },
  };
}
