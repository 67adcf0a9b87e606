// Now: the map and the table. All filters are in the address, so a view can be shared.
import { html, nothing, render, repeat } from '../html.js';
import { key, LEVELS, OVERALL, rank } from '../store.js';
import { away, count, decibels, percent, time } from '../format.js';
import { gap, level } from '../parts/level.js';
import { subjectLink } from '../parts/link.js';
import { WorldMap } from '../parts/map.js';

const ROWS = 100;
const MOVED_MILLIS = 3000;
const DEFAULTS = { q: '', entity: '', region: '', min: 'LOW', official: 'yes', reported: 'yes', rows: String(ROWS) };

const filters = () => ({ ...DEFAULTS, ...Object.fromEntries(new URLSearchParams(location.search)) });

function keep(change) {
  const all = { ...filters(), ...change };
  const query = new URLSearchParams(Object.entries(all).filter(([name, value]) => value !== DEFAULTS[name]));
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
}

/** The subjects that the filters let through, gravest first. */
export function selected(store, f) {
  const words = f.q.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = (c) => [c.entity, c.region, store.entityName(c.entity), store.regionName(c.region)].join(' ').toLowerCase();
  return [...store.subjects.values()]
    .filter((c) => (f.entity ? c.entity === f.entity : c.entity !== OVERALL))
    .filter((c) => !f.region || store.isWithin(c.region, f.region))
    .filter((c) => rank(c.level) >= rank(f.min))
    .filter((c) => words.every((word) => text(c).includes(word)))
    .sort((a, b) => rank(b.level) - rank(a.level) || rank(b.reported) - rank(a.reported) || b.score - a.score || key(a).localeCompare(key(b)));
}

/** The change that stands for each region on the map. */
function byRegion(store, f) {
  const regions = new Map();
  const entity = f.entity || OVERALL;
  for (const change of store.subjects.values()) if (change.entity === entity) regions.set(change.region, change);
  return regions;
}

export function show(main, store) {
  document.title = 'Now · Tocsin';
  const change = (name) => (event) => {
    const box = event.target;
    keep({ [name]: box.type === 'checkbox' ? (box.checked ? 'yes' : 'no') : box.value, rows: String(ROWS) });
    draw();
  };
  const pick = (region) => { keep({ region: filters().region === region ? '' : region }); draw(); };
  let map;

  function draw() {
    const f = filters();
    const rows = selected(store, f);
    render(html`
      <h1 class="hidden-visually">Levels now</h1>
      <form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
        <label>Search <input type="search" name="q" .value=${f.q} placeholder="entity or region" @input=${change('q')}></label>
        <label>Entity <select name="entity" @change=${change('entity')}>
          <option value="">all</option>
          ${entities(store).map((id) => html`<option value=${id} ?selected=${id === f.entity}>${store.entityName(id)}</option>`)}
        </select></label>
        <label>At least <select name="min" @change=${change('min')}>
          ${LEVELS.map((name) => html`<option ?selected=${name === f.min}>${name}</option>`)}
        </select></label>
        ${f.region ? html`<button type="button" class="chip" @click=${() => pick(f.region)}
          aria-label=${`Remove the filter ${store.regionName(f.region)}`}>${store.regionName(f.region)} ✕</button>` : nothing}
      </form>
      <div class="now">
        <section class="sheet mapped" aria-label="Map">
          <div class="layers">
            <label><input type="checkbox" ?checked=${f.official === 'yes'} @change=${change('official')}> Official (areas)</label>
            <label><input type="checkbox" ?checked=${f.reported === 'yes'} @change=${change('reported')}> Reported (rings)</label>
            <span class="zoom"><button type="button" aria-label="Zoom in" @click=${() => map.step(1.6)}>+</button>
            <button type="button" aria-label="Zoom out" @click=${() => map.step(1 / 1.6)}>−</button>
            <button type="button" @click=${() => map.reset()}>World</button></span>
          </div>
          <div id="map"></div>
          ${legend()}
        </section>
        <section class="sheet" aria-label="Subjects">
          <p class="muted" role="status">${rows.length.toLocaleString('en')} of ${count(store.total, 'subject')}${
            store.total > store.subjects.size ? `; the ${store.subjects.size.toLocaleString('en')} gravest are held here` : ''}</p>
          ${rows.length ? table(store, rows.slice(0, Number(f.rows))) : empty(store)}
          ${rows.length > Number(f.rows) ? html`<p><button type="button" @click=${() => {
            keep({ rows: String(Number(f.rows) + ROWS * 4) }); draw(); }}>Show more</button></p>` : nothing}
        </section>
      </div>`, main);
    map?.draw(byRegion(store, f), { official: f.official === 'yes', reported: f.reported === 'yes' },
      (id) => store.regionName(id), place);
  }

  const place = (id) => {
    const region = store.regions.get(id);
    return region?.lat == null ? null : [region.lon, region.lat];
  };

  draw();
  map = new WorldMap(main.querySelector('#map'), pick);
  map.load().then(draw);
  const stop = store.onChange(draw);
  return stop;
}

function entities(store) {
  const present = new Set([...store.subjects.values()].map((c) => c.entity));
  present.delete(OVERALL);
  return [...present].sort((a, b) => store.entityName(a).localeCompare(store.entityName(b)));
}

const empty = (store) => (store.subjects.size
  ? html`<p class="empty">No subject matches. Take a filter away.</p>`
  : html`<p class="empty">Nothing is assessed yet. Publish something: <code>./tocsin publish news FILE</code>, or see it at work with
    <code>./tocsin up --demo</code>.</p>`);

function table(store, rows) {
  const now = performance.now();
  return html`<div class="scroll"><table class="levels">
    <thead><tr><th scope="col">Level</th><th scope="col">Subject</th><th scope="col">Official</th><th scope="col">Reported</th>
      <th scope="col" class="number">Score</th><th scope="col">Since</th><th scope="col">Falls</th></tr></thead>
    <tbody>${repeat(rows, key, (c) => html`<tr class=${now - (store.moved.get(key(c)) ?? -MOVED_MILLIS) < MOVED_MILLIS ? 'moved' : ''}>
      <td>${level(c.level)}</td>
      <td>${subjectLink(store, c)}</td>
      <td>${level(c.declared)}</td>
      <td title=${gap(c)}>${level(c.reported)}</td>
      <td class="number">${decibels(c.score)}<br><span class="muted">${percent(c.probability)}</span></td>
      <td class="mono">${stacked(c.effectiveAt)}</td>
      <td class="mono" title=${time(c.nextFallAt)}>${falls(c.nextFallAt)}</td>
    </tr>`)}</tbody></table></div>`;
}

const stacked = (iso) => html`${time(iso).slice(0, 10)}<br><span class="muted">${time(iso).slice(11)}</span>`;

/** In history the computed fall lies behind the clock on the wall: then its date says more than its distance. */
function falls(iso) {
  if (!iso) return html`<span class="muted">—</span>`;
  return Date.parse(iso) > Date.now() ? away(iso) : stacked(iso);
}

const legend = () => html`<ul class="legend" aria-label="Legend">
  ${LEVELS.map((name) => html`<li><span class="swatch" data-level=${name}></span>${name}</li>`)}
  <li><span class="swatch unassessed"></span>not assessed</li></ul>`;
