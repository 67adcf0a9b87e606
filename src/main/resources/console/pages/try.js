// Try: what a text says, and what it or another policy would do to the levels. Nothing is published.
import { html, nothing, render } from '../html.js';
import { post } from '../api.js';
import { rank } from '../store.js';
import { decibels, words } from '../format.js';
import { level } from '../parts/level.js';

const EXAMPLE = `Two men held in Birmingham over plot to bomb station
Counter-terrorism officers arrested two men in Birmingham on Friday, police said. Two Western officials told the Wall Street Journal that one of them had been in contact with a member of Islamic State in Raqqa.`;

export function show(main, store) {
  document.title = 'Try · Tocsin';
  const state = { answer: null, error: '', busy: false };

  async function submit(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    const [headline, ...body] = given.text.trim().split('\n');
    const asked = { source: given.source.trim() || undefined, policy: given.policy.trim() || undefined };
    if (headline) Object.assign(asked, { headline, body: body.join('\n').trim() || undefined });
    state.busy = true;
    state.error = '';
    draw();
    try {
      state.answer = await post('/try', asked);
    } catch (error) {
      state.error = error.message;
    }
    state.busy = false;
    draw();
    main.querySelector('#outcome')?.focus();
  }

  const draw = () => render(html`
    <div class="head"><h1>Try</h1></div>
    <p>Paste a report, or a change of policy, or both. What it would do to the levels as they are now is worked out beside them; nothing is published.</p>
    <form @submit=${submit}>
      <div class="beside">
        <section class="sheet"><h2><label for="text">Report</label></h2>
          <textarea id="text" name="text" placeholder="The first line is the headline.">${EXAMPLE}</textarea>
          <p><label>Source <input type="text" name="source" list="sources" placeholder="id, such as reuters"></label>
          <datalist id="sources">${[...store.sources.values()].map((s) => html`<option value=${s.id}>${s.name}</option>`)}</datalist></p></section>
        <section class="sheet"><h2><label for="policy">Policy</label></h2>
          <textarea id="policy" class="policy" name="policy" spellcheck="false" placeholder="Only what differs, in YAML, for example:

weights:
  categories:
    LINK: {base: 12, halfLife: 72h}"></textarea></section>
      </div>
      <p class="do"><button class="main" ?disabled=${state.busy}>${state.busy ? 'Working it out…' : 'Try it'}</button></p>
    </form>
    ${state.error ? html`<p class="notice bad" role="alert">${state.error}</p>` : nothing}
    ${state.answer ? outcome(state.answer) : nothing}`, main);

  const outcome = (answer) => html`<div class="beside" id="outcome" tabindex="-1">
    ${answer.reading ? html`<section class="sheet"><h2>Claims</h2>${reading(answer.reading)}</section>` : nothing}
    <section class="sheet"><h2>Levels</h2>${levels(answer)}</section></div>`;

  const reading = (r) => html`<p class="reading">${marked(r)}</p>
    <p class="legend"><mark class="entity">who</mark> <mark class="region">where</mark> <mark>what</mark></p>
    ${r.claims.length ? html`<div class="scroll"><table><thead><tr><th scope="col">Who</th><th scope="col">Where</th><th scope="col">What</th><th scope="col">Credibility</th><th scope="col">Salience</th><th scope="col">Origin</th></tr></thead>
      <tbody>${r.claims.map((c) => html`<tr><td>${store.entityName(c.entity)}</td><td>${store.regionName(c.region)}</td><td>${words(c.category)}</td><td>${c.credibility}</td><td>${c.salience.toFixed(2)}</td><td>${c.origin ? store.sourceName(c.origin) : ''}</td></tr>`)}</tbody></table></div>`
      : html`<p class="empty">It claims nothing that bears on a level.</p>`}`;

  function levels(answer) {
    if (!answer.levels.length) return html`<p class="empty">No level or score would be another.</p>`;
    const policy = answer.policy.now === answer.policy.tried ? `policy ${answer.policy.now}` : `policy ${answer.policy.now} → ${answer.policy.tried}`;
    return html`<p class="muted">${policy}; ${answer.levels.length} subjects differ${answer.more ? `, and ${answer.more} more` : ''}.</p>
      <div class="scroll"><table><thead><tr><th scope="col">Subject</th><th scope="col">Now</th><th scope="col">Then</th><th scope="col" class="number">Score</th></tr></thead>
      <tbody>${answer.levels.map((d) => html`<tr><td>${store.entityName(d.entity)} <span class="muted">in</span> ${store.regionName(d.region)}</td>
        <td>${level(d.now?.level)}</td><td>${level(d.then?.level)} ${arrow(d)}</td>
        <td class="number">${d.now ? decibels(d.now.score) : '—'} → ${d.then ? decibels(d.then.score) : '—'}</td></tr>`)}</tbody></table></div>`;
  }

  draw();
}

function arrow(d) {
  if (!d.now || !d.then) return nothing;
  const steps = rank(d.then.level) - rank(d.now.level);
  if (steps > 0) return html`<span class="up" aria-label="rises">▲</span>`;
  return steps < 0 ? html`<span class="down" aria-label="falls">▼</span>` : nothing;
}

/** The text cut at every border of a span; where several lie over each other the first kind counts. */
function marked(r) {
  const spans = [
    ...r.entities.flatMap((e) => e.spans.map((s) => [...s, 'entity'])),
    ...r.regions.flatMap((e) => e.spans.map((s) => [...s, 'region'])),
    ...r.claims.flatMap((c) => c.spans.map((s) => [...s, ''])),
  ];
  const borders = [...new Set([0, r.text.length, ...spans.flatMap(([from, to]) => [from, to])])].sort((a, b) => a - b);
  return borders.slice(0, -1).map((from, i) => {
    const part = r.text.slice(from, borders[i + 1]);
    const over = spans.find(([start, end]) => start <= from && from < end);
    return over ? html`<mark class=${over[2]}>${part}</mark>` : part;
  });
}
