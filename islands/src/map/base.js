// Countries of Natural Earth, from TopoJSON to what MapLibre draws, with a point to write each name at.
import { feature } from 'topojson-client';
import { heart, unwrappedGeometry } from './sphere.js';

/** A country's name, to be written in its largest piece. */
function nameOf({ geometry, properties }) {
  if (!geometry) return null;
  const { at, area } = heart(geometry);
  // larger countries are named first
  return { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { name: properties.name, order: -area } };
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
