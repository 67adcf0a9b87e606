// One subject: where it stands, why, what comes next, and what would change it.
import { html, nothing, render } from '../html.js';
import { get, subjectPath } from '../api.js';
import { OVERALL } from '../store.js';
import { away, count, decibels, percent, second, time, words } from '../format.js';
import { actions } from '../parts/actions.js';
import { evidence } from '../parts/evidence.js';
import { gap, level } from '../parts/level.js';
import { outlook } from '../parts/outlook.js';
import { drawTimeline, SPANS } from '../parts/timeline.js';

export function show(main, store, [entity, region]) {
  const name = `${store.entityName(entity)} in ${store.regionName(region)}`;
  document.title = `${name} · Tocsin`;
  const path = subjectPath(entity, region);
  const open = new Set();
  const state = { why: null, policy: null, error: null, done: '', span: 'auto' };
  let seen;

  async function load() {
    seen = store.subject(entity, region);
    try {
      [state.why, state.policy] = await Promise.all([get(`/subjects/${path}/explanation`), state.policy ?? get('/policy')]);
      state.error = null;
    } catch (error) {
      state.error = error;
    }
    draw();
  }

  function draw() {
    const change = store.subject(entity, region) ?? state.why?.change;
    render(html`
      <div class="head"><h1>${name}</h1> ${change ? level(change.level) : nothing}
        ${change && entity !== OVERALL ? actions(change, name, taken) : nothing}</div>
      <p role="status" class="notice" ?hidden=${!state.done}>${state.done}</p>
      ${state.error ? html`<p class="notice bad">${state.error.message}</p>` : nothing}
      ${change ? ledgers(change) : nothing}
      ${state.why?.rows ? whole(change) : state.why ? brief(change) : state.error ? nothing : html`<p class="loading">Working out why…</p>`}`, main);
    const chart = main.querySelector('#timeline');
    const shown = `${state.why?.at} ${state.span}`;
    if (chart && state.why?.rows && chart.dataset.of !== shown) {
      chart.dataset.of = shown;
      drawTimeline(chart, state.why, state.policy, SPANS[state.span]);
    }
  }

  const taken = (control) => { state.done = `Sent: ${words(control.type)}. It is in the audit list.`; draw(); };
  const toggle = (story) => { if (!open.delete(story)) open.add(story); draw(); };
  const storyAddress = (story) => `/story/${path}/${encodeURIComponent(story)}`;

  const ledgers = (change) => html`<dl class="ledgers">
    <div><dt>Official</dt><dd>${level(change.declared)}</dd></div>
    <div><dt>Reported</dt><dd>${level(change.reported)}</dd></div>
    <div><dt>Between them</dt><dd>${gap(change)}</dd></div>
    <div><dt>Score</dt><dd>${decibels(state.why?.score ?? change.score)}, probability ${percent(state.why?.probability ?? change.probability)}</dd></div>
    <div><dt>Since</dt><dd>${time(change.effectiveAt)} <span class="muted">by ${words(change.cause)}</span></dd></div>
    <div><dt>Falls</dt><dd>${change.nextFallAt ? html`${second(change.nextFallAt)} <span class="muted">${away(change.nextFallAt)}</span>` : 'not with time'}</dd></div>
  </dl>`;

  const whole = (change) => html`
    <section class="sheet"><h2>Timeline</h2>
      <p class="spans" role="group" aria-label="How far back">${Object.keys(SPANS).map((name) => html`<button type="button" aria-pressed=${name === state.span}
        @click=${() => { state.span = name; draw(); }}>${name}</button>`)}</p><div id="timeline"></div>
      <p class="key"><span class="official">official</span><span class="reported">reported</span><span>thin line: the score that today's evidence comes to</span><span>dashed: computed to come</span><span>dots: reports, by their weight</span></p></section>
    <div class="columns">
      <section class="sheet"><h2>Evidence: ${count(state.why.rows.length, 'report')} in ${count(new Set(state.why.rows.map((row) => row.story)).size, 'story', 'stories')}</h2>
        <p class="muted">${decibels(state.why.prior)} and the root of the squares of these come to ${decibels(state.why.score)}.</p>
        ${state.why.rows.length ? evidence(store, state.why, open, toggle, storyAddress) : html`<p class="empty">No report bears on this. What stands is official word.</p>`}</section>
      <div>
        <section class="sheet"><h2>What would change this</h2><ul class="facts">${outlook(state.why, state.policy).map((line) => html`<li>${line}</li>`)}</ul></section>
        <section class="sheet"><h2>Official word</h2>${declarations(change)}</section>
        <section class="sheet"><h2>Changes</h2>${history()}</section>
      </div>
    </div>${state.why.notes?.map((note) => html`<p class="muted">${note}</p>`)}`;

  const brief = (change) => html`${state.why.notes?.map((note) => html`<p class="notice">${note}</p>`)}
    <section class="sheet"><h2>Official word</h2>${declarations(change)}</section><section class="sheet"><h2>Changes</h2>${history()}</section>`;

  function declarations(change) {
    const all = state.why.declarations ?? change?.declarations ?? [];
    const deeds = statementsThatWork(state.why.rows ?? []);
    return html`${all.length ? html`<ul class="facts">${all.map((d) => html`<li>${level(d.level)} by ${store.sourceName(d.authority)}${
      d.nationalLevel ? html` (“${d.nationalLevel}”)` : nothing} since ${time(d.since)}${d.until ? html`, until ${time(d.until)}` : nothing}<br><span class="mono muted">${d.statement}</span></li>`)}</ul>`
      : html`<p class="muted">No declaration is in force.</p>`}
      ${deeds.length ? html`<p>What statements did to reports:</p><ul class="facts">${deeds.map(([statement, kind, n]) => html`<li><span class="mono">${statement}</span> ${words(kind)} ${count(n, 'report')}</li>`)}</ul>` : nothing}`;
  }

  const history = () => (state.why.timeline?.length ? html`<div class="scroll"><table><thead><tr><th scope="col">When</th><th scope="col">To</th><th scope="col">By</th></tr></thead><tbody>
    ${state.why.timeline.slice(0, 50).map((c) => html`<tr><td class="mono">${time(c.effectiveAt)}</td><td>${level(c.level)}</td><td>${words(c.cause)}${c.trigger ? html`<br><span class="mono muted">${c.trigger}</span>` : nothing}</td></tr>`)}
    </tbody></table></div>` : html`<p class="muted">None yet.</p>`);

  draw();
  load();
  return store.onChange(() => {
    if (store.subject(entity, region) !== seen) load();
    else draw();
  });
}

/** Statements and refutations that changed what rows weigh: [id, kind, how many rows]. */
function statementsThatWork(rows) {
  const deeds = new Map();
  for (const row of rows) {
    for (const f of row.factors ?? []) {
      if (f.kind === 'COPY' || f.kind === 'SAME_SOURCE' || !f.by) continue;
      const at = `${f.by} ${f.kind}`;
      deeds.set(at, [f.by, f.kind, (deeds.get(at)?.[2] ?? 0) + 1]);
    }
  }
  return [...deeds.values()];
}
