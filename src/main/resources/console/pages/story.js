// One story: who told it first, on whose word, and who told it after.
import { html, nothing, render } from '../html.js';
import { get, subjectPath } from '../api.js';
import { count, decibels, duration, time, words } from '../format.js';
import { headline } from '../parts/link.js';

export function show(main, store, [entity, region, story]) {
  const name = `${store.entityName(entity)} in ${store.regionName(region)}`;
  const path = subjectPath(entity, region);
  document.title = `Story · ${name} · Tocsin`;
  render(html`<p class="loading">Reading the story…</p>`, main);
  get(`/subjects/${path}/explanation`).then(draw, (error) => render(html`<p class="notice bad">${error.message}</p>`, main));

  function draw(why) {
    const rows = (why.rows ?? []).filter((row) => row.story === story).sort((a, b) => a.time.localeCompare(b.time) || a.id.localeCompare(b.id));
    if (!rows.length) {
      render(html`<p class="notice">There is no story <span class="mono">${story}</span> here any more: <a href="/subject/${path}" data-nav>${name}</a>.</p>`, main);
      return;
    }
    const [first] = rows;
    const origins = [...new Set(rows.map((row) => row.origin ?? row.source))];
    const alone = rows.reduce((sum, row) => sum + row.own, 0);
    const counted = Math.hypot(...rows.map((row) => row.weight));
    render(html`
      <div class="head"><h1>${first.headline ?? story}</h1></div>
      <p>${count(rows.length, 'report')} of one story, on <a href="/subject/${path}" data-nav>${name}</a>. First told ${time(first.time)} by <b>${store.sourceName(first.source)}</b>${
        first.origin && first.origin !== first.source ? html`, citing <b>${store.sourceName(first.origin)}</b>` : nothing};
        ${origins.length === 1 ? html`all go back to ${store.sourceName(origins[0])}.` : html`origins: ${origins.map((id) => store.sourceName(id)).join(', ')}.`}</p>
      <p class="muted">If each were a witness of its own they would weigh ${decibels(alone)} added up; as one story they weigh ${decibels(counted)} now.</p>
      <section class="sheet"><div class="scroll"><table class="evidence"><thead><tr><th scope="col">Published</th><th scope="col">After the first</th><th scope="col">Source</th><th scope="col">Report</th><th scope="col" class="number">Of its own</th><th scope="col" class="number">dB now</th><th scope="col">Counts as</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr class=${row === first ? '' : 'copy'}><td class="mono">${time(row.time)}</td>
        <td>${row === first ? 'the first' : `+${duration(Date.parse(row.time) - Date.parse(first.time))}`}</td>
        <td>${store.sourceName(row.source)}${row.origin && row.origin !== row.source ? html`<br><span class="muted">citing ${store.sourceName(row.origin)}</span>` : nothing}</td>
        <td>${headline(row)}</td><td class="number">${row.own.toFixed(2)}</td><td class="number">${row.weight.toFixed(2)}</td>
        <td>${row.factors?.length ? row.factors.map((f) => words(f.kind)).join(', ') : 'the leader'}</td></tr>`)}</tbody></table></div></section>`, main);
  }
}
