// The rows behind a score, stories folded: a leader, and below it its copies.
import { html, nothing } from '../html.js';
import { decibels, percent, time, words } from '../format.js';
import { headline } from './link.js';

const BAR = 90;

/** Rows by story, heaviest story first; within one in the order in which they count. */
export function stories(rows) {
  const byStory = new Map();
  for (const row of rows) byStory.set(row.story, [...(byStory.get(row.story) ?? []), row]);
  const weight = (all) => Math.hypot(...all.map((row) => row.weight));
  return [...byStory.values()].map((all) => all.sort((a, b) => (a.place || Infinity) - (b.place || Infinity) || a.time.localeCompare(b.time)))
    .sort((a, b) => weight(b) - weight(a));
}

/**
 * @param open ids of stories whose copies are shown
 * @param toggle called with a story's id
 */
export function evidence(store, explanation, open, toggle, storyAddress) {
  const heaviest = Math.max(...explanation.rows.map((row) => row.weight), 1e-9);
  return html`<div class="scroll"><table class="evidence">
    <thead><tr><th scope="col" class="number">dB now</th><th scope="col"><span class="hidden-visually">Bar</span></th><th scope="col" class="number">Share</th>
      <th scope="col">Grade</th><th scope="col">Category</th><th scope="col">Published</th><th scope="col">Source</th><th scope="col">Report</th></tr></thead>
    <tbody>${stories(explanation.rows).map((story) => {
      const [leader, ...copies] = story;
      const isOpen = open.has(leader.story);
      return html`${line(store, leader, heaviest, false, copies.length ? html`
        <button type="button" class="fold" aria-expanded=${isOpen} @click=${() => toggle(leader.story)}>${isOpen ? 'hide' : 'show'} ${copies.length} further</button>
        <a href=${storyAddress(leader.story)} data-nav>story</a>` : nothing)}
        ${isOpen ? copies.map((row) => line(store, row, heaviest, true, nothing)) : nothing}`;
    })}</tbody></table></div>`;
}

function line(store, row, heaviest, isCopy, more) {
  return html`<tr class=${isCopy ? 'copy' : ''}>
    <td class="number">${row.weight.toFixed(2)}</td>
    <td><span class="db" style="width:${Math.round((BAR * row.weight) / heaviest)}px"></span></td>
    <td class="number">${percent(row.share)}</td>
    <td class="mono" title="Admiralty code: reliability of the source, credibility of the report">${row.reliability}${row.credibility}</td>
    <td>${words(row.category)}</td>
    <td class="mono">${time(row.time)}</td>
    <td>${store.sourceName(row.source)}${row.origin && row.origin !== row.source ? html`<br><span class="muted">citing ${store.sourceName(row.origin)}</span>` : nothing}</td>
    <td>${headline(row)} ${more}${factors(store, row)}</td></tr>`;
}

const KINDS = {
  COPY: 'a further telling', SAME_SOURCE: 'counted already', CONFIRMED: 'confirmed', DENIED: 'denied', ALL_CLEAR: 'all clear',
  REFUTED: 'refuted', WITHDRAWN: 'withdrawn' };

function factors(store, row) {
  const own = `${decibels(row.own)} of its own${row.steps ? `, ${row.steps} ${row.steps === 1 ? 'step' : 'steps'} from ${store.entityName(row.entity)} in ${store.regionName(row.region)}` : ''}`;
  if (!row.factors?.length && !row.steps) return nothing;
  return html`<div class="factors">${own}${(row.factors ?? []).map((f) => html`, × ${Number(f.value.toPrecision(3))} ${KINDS[f.kind] ?? words(f.kind)}${
    f.by ? html` by <span class="mono">${f.by}</span>` : nothing}`)}</div>`;
}
