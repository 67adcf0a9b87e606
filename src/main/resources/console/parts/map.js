// The world: countries filled by official level, reported levels as rings on the places that the reports name.
// A country without a subject is hatched, not pale: nothing is known of it, which is not LOW.
import { rank } from '../store.js';

const SIZE = { width: 960, height: 470 };
const RADIUS = [3, 4.5, 6, 8, 10];

export class WorldMap {
  constructor(element, onPick) {
    this.onPick = onPick;
    this.svg = d3.select(element).append('svg').attr('viewBox', `0 0 ${SIZE.width} ${SIZE.height}`).attr('class', 'world')
      .attr('role', 'img').attr('aria-label', 'World map of levels; the table beside it says the same in words');
    const defs = this.svg.append('defs').append('pattern').attr('id', 'unassessed').attr('patternUnits', 'userSpaceOnUse')
      .attr('width', 5).attr('height', 5).attr('patternTransform', 'rotate(45)');
    defs.append('rect').attr('width', 5).attr('height', 5).attr('class', 'land');
    defs.append('line').attr('y2', 5).attr('class', 'hatch');
    this.plane = this.svg.append('g');
    this.land = this.plane.append('g');
    this.rings = this.plane.append('g');
    this.projection = d3.geoNaturalEarth1().fitExtent([[4, 4], [SIZE.width - 4, SIZE.height - 4]], { type: 'Sphere' });
    this.path = d3.geoPath(this.projection);
    this.zoom = d3.zoom().scaleExtent([1, 14]).translateExtent([[0, 0], [SIZE.width, SIZE.height]])
      .filter((event) => event.type !== 'wheel' || event.ctrlKey || event.shiftKey)
      .on('zoom', ({ transform }) => { this.plane.attr('transform', transform); this.scale(transform.k); });
    this.svg.call(this.zoom).on('dblclick.zoom', null);
    this.k = 1;
  }

  async load() {
    const outlines = await (await fetch('/console/countries.json')).json();
    const shapes = Object.entries(outlines).map(([id, coordinates]) => ({
      type: 'Feature', id, geometry: { type: 'MultiPolygon', coordinates } }));
    this.outlined = new Set(shapes.filter((shape) => shape.geometry.coordinates.length).map((shape) => shape.id));
    this.land.append('path').datum({ type: 'Sphere' }).attr('class', 'sea').attr('d', this.path);
    this.countries = this.land.selectAll('path.country').data(shapes, (d) => d.id).join('path')
      .attr('class', 'country').attr('d', this.path).on('click', (_, d) => this.onPick(d.id));
    this.countries.append('title');
  }

  scale(k) {
    this.k = k;
    this.rings.selectAll('circle').attr('r', (d) => RADIUS[rank(d.reported)] / Math.sqrt(k)).attr('stroke-width', 1.5 / Math.sqrt(k));
    this.land.selectAll('path.country').attr('stroke-width', 0.5 / k);
  }

  /**
   * @param {Map} byRegion the change that stands for each region
   * @param {{official: boolean, reported: boolean}} layers what is shown
   * @param {(region: string) => string} name
   * @param {(region: string) => [number, number] | null} place longitude and latitude
   */
  draw(byRegion, layers, name, place) {
    if (!this.countries) return;
    const words = (id, change) => change
      ? `${name(id)}: official ${change.declared}, reported ${change.reported}` : `${name(id)}: not assessed`;
    this.countries
      .attr('data-level', (d) => (layers.official ? byRegion.get(d.id)?.declared : null) ?? null)
      .classed('unassessed', (d) => !byRegion.has(d.id))
      .select('title').text((d) => words(d.id, byRegion.get(d.id)));
    const points = layers.reported ? [...byRegion.values()].filter((c) => rank(c.reported) > 0 && place(c.region)) : [];
    points.sort((a, b) => rank(a.reported) - rank(b.reported));
    this.rings.selectAll('circle').data(points, (d) => d.region).join(
      (enter) => enter.append('circle').attr('class', 'ring').call((c) => c.append('title')))
      .attr('data-level', (d) => d.reported)
      .attr('transform', (d) => `translate(${this.projection(place(d.region))})`)
      .on('click', (_, d) => this.onPick(d.region))
      .order()
      .select('title').text((d) => words(d.region, d));
    this.scale(this.k);
  }

  step(factor) {
    this.svg.transition().duration(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250).call(this.zoom.scaleBy, factor);
  }

  reset() {
    this.svg.call(this.zoom.transform, d3.zoomIdentity);
  }
}
