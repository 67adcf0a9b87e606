// Calls of the HTTP API. What it refuses comes as an Error whose message says what to do.
const TOKEN = 'tocsin.token';

export class Refused extends Error {
  constructor(status, problem) {
    const fields = (problem?.errors ?? []).map((e) => [e.pointer ?? e.field, e.detail ?? e.rule].filter(Boolean).join(': '));
    super([problem?.detail ?? problem?.title ?? `The server answered ${status}.`, ...fields].join(' '));
    this.status = status;
  }
}

export const token = () => sessionStorage.getItem(TOKEN) ?? '';

/** Keeps a token for this tab, and asks for a cookie that reads with it: streams cannot send a header. */
export async function openSession(value) {
  sessionStorage.setItem(TOKEN, value);
  try {
    await post('/session', {});
  } catch (error) {
    sessionStorage.removeItem(TOKEN);
    throw error;
  }
}

async function call(path, options = {}) {
  const headers = { accept: 'application/json', ...options.headers };
  if (token()) headers.authorization = `Bearer ${token()}`;
  const answer = await fetch(`/api/v1${path}`, { ...options, headers });
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  const body = isJson ? await answer.json() : await answer.text();
  if (!answer.ok) throw new Refused(answer.status, isJson ? body : { detail: body });
  return body;
}

export const get = (path) => call(path);

export const post = (path, body) =>
  call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/**
 * The items of a paged answer, at most so many of them.
 *
 * @returns {{items: object[], total: number}} how many there are in all, where the server says so
 */
export async function list(path, field, most = Infinity) {
  const items = [];
  const join = path.includes('?') ? '&' : '?';
  let cursor = '', total;
  do {
    const page = await get(cursor ? `${path}${join}cursor=${encodeURIComponent(cursor)}` : path);
    items.push(...page[field]);
    total = page.total ?? items.length;
    cursor = page.next ?? '';
  } while (cursor && items.length < most);
  return { items: items.slice(0, most), total };
}

export const subjectPath = (entity, region) => `${encodeURIComponent(entity)}/${encodeURIComponent(region)}`;
