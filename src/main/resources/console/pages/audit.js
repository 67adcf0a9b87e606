// What analysts did: pins, releases, silences, notes, with reasons, latest first.
import { html, render } from '../html.js';
import { list } from '../api.js';
import { time, words } from '../format.js';
import { subjectLink } from '../parts/link.js';

export function show(main, store) {
  document.title = 'Audit · Tocsin';
  render(html`<p class="loading">Reading the controls…</p>`, main);
  list('/controls?limit=500', 'controls', 2000).then(({ items }) => draw(items), (error) => render(html`<p class="notice bad">${error.message}</p>`, main));

  function draw(controls) {
    render(html`<div class="head"><h1>Audit</h1></div>
      <section class="sheet">${controls.length ? html`<div class="scroll"><table>
        <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Subject</th><th scope="col">Until</th><th scope="col">Reason</th></tr></thead>
        <tbody>${controls.map((c) => html`<tr><td class="mono">${time(c.at)}</td><td>${c.actor}</td><td>${words(c.type)}${c.level ? ` ${c.level}` : ''}</td>
          <td>${c.region ? subjectLink(store, { entity: c.entity ?? '*', region: c.region }) : '—'}</td><td class="mono">${time(c.until)}</td><td>${c.reason}</td></tr>`)}</tbody></table></div>`
        : html`<p class="empty">Nobody has pinned, released, silenced or noted anything yet. Do so on the page of a subject.</p>`}</section>`, main);
  }
}
