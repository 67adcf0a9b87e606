// Starts the console and shows the page that the address names. Addresses are real ones: they can be shared and reloaded.
import { html, render } from './html.js';
import { Store } from './store.js';
import { follow } from './live.js';
import { openSession, Refused } from './api.js';

const PAGES = [
  [/^\/$/, () => import('./pages/now.js')],
  [/^\/subject\/([^/]+)\/([^/]+)$/, () => import('./pages/subject.js')],
  [/^\/story\/([^/]+)\/([^/]+)\/([^/]+)$/, () => import('./pages/story.js')],
  [/^\/pipeline$/, () => import('./pages/pipeline.js')],
  [/^\/try$/, () => import('./pages/try.js')],
  [/^\/audit$/, () => import('./pages/audit.js')],
];

const main = document.getElementById('main');
const store = new Store();
main.replaceChildren();
let leave = () => {};
let leaveStream = () => {};

async function show() {
  leave();
  leave = () => {};
  const path = location.pathname;
  markCurrent(path);
  for (const [pattern, load] of PAGES) {
    const match = pattern.exec(path);
    if (!match) continue;
    const page = await load();
    if (location.pathname !== path) return;
    render(html``, main);
    leave = page.show(main, store, match.slice(1).map(decodeURIComponent)) ?? (() => {});
    return;
  }
  document.title = 'Not found · Tocsin';
  render(html`<p class="notice">There is no page here. <a href="/" data-nav>See the levels now</a>.</p>`, main);
}

function markCurrent(path) {
  for (const link of document.querySelectorAll('.masthead nav a')) {
    if (link.pathname === path) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

export function go(address) {
  history.pushState(null, '', address);
  show();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-nav]');
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href);
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
});
addEventListener('popstate', show);

function connection(state, text) {
  const place = document.getElementById('connection');
  if (place.dataset.state === state) return;
  place.dataset.state = state;
  place.textContent = text;
}

/** Asks for a token where the server wants one. */
function askForToken() {
  const submit = (event) => {
    event.preventDefault();
    openSession(event.target.token.value.trim()).then(start, (error) => alert(error.message));
  };
  render(html`<form class="sheet" @submit=${submit}>
    <h1>This server asks for a token</h1>
    <p>One with the scope <code>read</code> is enough to look. It is kept until this tab is closed.</p>
    <p><label>Token <input type="password" name="token" required autocomplete="off"></label> <button class="main">Go on</button></p>
  </form>`, main);
}

async function start() {
  try {
    leaveStream();
    leaveStream = follow(store, connection);
    await store.load();
    await show();
  } catch (error) {
    leaveStream();
    if (error instanceof Refused && error.status === 401) return askForToken();
    connection('lost', 'no answer');
    render(html`<p class="notice bad">The levels could not be read: ${error.message} Trying again in five seconds.</p>`, main);
    setTimeout(start, 5000);
  }
}

start();
