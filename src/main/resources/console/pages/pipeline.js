// Pipeline: the topology at work, the books, feeds and webhooks.
import { html, nothing, render } from '../html.js';
import { get } from '../api.js';
import { away, millis, time, words } from '../format.js';
import { drawTopology } from '../parts/topology.js';

const EVERY_MILLIS = 2000;
const LETTERS_EVERY = 15;
const WAYS = { 'from-publishers': 'what is published is read', 'evidence-repartition-source': 'what is read is assessed', 'regions-repartition-source': 'regions overall hear' };

export function show(main) {
  document.title = 'Pipeline · Tocsin';
  const state = { books: null, rates: {}, topology: null, flow: null, letters: null, feeds: null, webhooks: null, health: null, error: '' };
  let timer, gone = false, looks = 0;

  /** The topic is read through for it, so that is asked for more rarely. */
  const lettersNow = () => (looks++ % LETTERS_EVERY ? state.letters : get('/dead-letters?limit=5').catch(() => null));

  async function look() {
    const optional = (path) => get(path).catch(() => null);
    try {
      const [books, flow, letters, feeds, webhooks, health] = await Promise.all([
        get('/books'), optional('/flow'), lettersNow(), optional('/feeds'), optional('/webhooks'),
        fetch('/health/ready').then((answer) => answer.json())]);
      const now = performance.now();
      if (state.books) {
        const seconds = (now - state.at) / 1000;
        state.rates = Object.fromEntries(Object.keys(books.counts).map((name) => [name, (books.counts[name] - (state.books.counts[name] ?? 0)) / seconds]));
        state.rates.read = (books.read - state.books.read) / seconds;
      }
      Object.assign(state, { books, flow, letters, feeds, webhooks, health, at: now, error: '' });
      state.topology ??= await get('/topology');
    } catch (error) {
      state.error = error.message;
    }
    if (gone) return;
    draw();
    timer = setTimeout(look, EVERY_MILLIS);
  }

  function draw() {
    render(html`<div class="head"><h1>Pipeline</h1></div>
      ${state.error ? html`<p class="notice bad" role="alert">${state.error}</p>` : nothing}
      ${state.books ? whole() : html`<p class="loading">Looking…</p>`}`, main);
    const place = main.querySelector('#topology');
    if (place && state.topology) drawTopology(place, state.topology, state.flow);
  }

  const whole = () => html`
    <div class="tiles">
      ${state.health?.checks?.map((check) => html`<div class="tile"><b class=${check.status === 'UP' ? 'good' : 'bad'}>${check.status === 'UP' ? 'ready' : 'not ready'}</b><span>${check.name}${check.reason ? `: ${check.reason}` : ''}</span></div>`)}
      ${waiting()}
      ${tile(state.books.read, 'read', state.rates.read)}
      ${Object.entries(state.books.counts).filter(([name, n]) => n > 0 && name !== 'read').map(([name, n]) => tile(n, words(name).replace('-', ' '), state.rates[name]))}
    </div>
    <section class="sheet"><h2>The books ${balance(state.books)}</h2>
      <p class="mono">${state.books.equation}</p></section>
    <section class="sheet"><h2>Topology</h2><div class="scroll" id="topology" tabindex="0" role="region" aria-label="Drawing of the topology"></div>
      <details><summary>In words</summary><pre class="mono scroll" tabindex="0">${state.topology?.text}</pre></details></section>
    <div class="beside columns">
      <section class="sheet"><h2>Dead letters</h2>${deadLetters()}</section>
      <section class="sheet"><h2>Feeds</h2>${feeds()}</section>
      <section class="sheet"><h2>Webhooks</h2>${webhooks()}</section>
    </div>`;

  /** What was read and not yet accounted for is under way; the other way round something is wrong. */
  function balance({ read, accounted }) {
    if (read === accounted) return html`<span class="good">balance</span>`;
    return read > accounted ? html`<span class="muted">${(read - accounted).toLocaleString('en')} under way</span>` : html`<span class="bad">do not balance</span>`;
  }

  function waiting() {
    if (!state.flow) return nothing;
    const lag = Object.values(state.flow.lag).reduce((sum, n) => sum + n, 0);
    return html`${tile(lag, 'waiting to be read')}
      ${Object.entries(state.flow.latency).map(([step, l]) => html`<div class="tile"><b>${millis(l.mean)}</b><span>until ${WAYS[step] ?? step}, mean; at most ${millis(l.greatest)}</span></div>`)}`;
  }

  const tile = (n, name, rate) => html`<div class="tile"><b>${n.toLocaleString('en')}</b><span>${name}${rate > 0 ? `, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s` : ''}</span></div>`;

  function deadLetters() {
    const letters = state.letters?.letters;
    if (!letters?.length) return html`<p class="muted">None.</p>`;
    return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Reason</th><th scope="col">Of</th><th scope="col">Why</th></tr></thead><tbody>
      ${letters.map((letter) => html`<tr><td>${words(letter.reason)}</td><td class="mono">${letter.topic}</td><td>${letter.why}</td></tr>`)}</tbody></table></div>
      <p class="muted">All: <code>./tocsin dead-letters list</code></p>`;
  }

  function feeds() {
    const all = state.feeds?.feeds;
    if (!all?.length) return html`<p class="muted">None are configured.</p>`;
    return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Feed</th><th scope="col">State</th><th scope="col" class="number">Items</th><th scope="col">Next look</th></tr></thead><tbody>
      ${all.map((feed) => html`<tr><td>${feed.id}</td><td class=${feed.state === 'TROUBLED' ? 'bad' : feed.state === 'FINE' ? 'good' : ''}>${words(feed.state)}${feed.why ? html`<br><span class="muted">${feed.why}</span>` : nothing}</td>
        <td class="number">${feed.items}</td><td title=${time(feed.nextAt)}>${away(feed.nextAt)}</td></tr>`)}</tbody></table></div>`;
  }

  function webhooks() {
    const all = state.webhooks?.webhooks;
    if (!all?.length) return html`<p class="muted">None are configured.</p>`;
    return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Endpoint</th><th scope="col" class="number">Delivered</th><th scope="col" class="number">Muted</th><th scope="col" class="number">Given up</th><th scope="col" class="number">Waiting</th></tr></thead><tbody>
      ${all.map((hook) => html`<tr><td>${hook.id}${hook.trouble ? html`<br><span class="bad">${hook.trouble}</span>` : nothing}</td><td class="number">${hook.delivered}</td><td class="number">${hook.muted}</td><td class="number">${hook.abandoned}</td><td class="number">${hook.pending}</td></tr>`)}</tbody></table></div>
      <p class="muted">${all.every((hook) => hook.even) ? 'Their books balance.' : 'Their books do not balance.'}</p>`;
  }

  draw();
  look();
  return () => { gone = true; clearTimeout(timer); };
}
