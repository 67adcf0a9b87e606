import { html } from '../html.js';
import { subjectPath } from '../api.js';

/** A subject as a link to its page. */
export const subjectLink = (store, change) => html`<a href="/subject/${subjectPath(change.entity, change.region)}" data-nav>${
  store.entityName(change.entity)}</a> <span class="muted">in</span> ${store.regionName(change.region)}`;

/** A report's headline, leading to where it was published. */
export function headline(row) {
  const text = row.headline ?? row.id;
  return /^https?:/.test(row.url ?? '') ? html`<a href=${row.url} rel="noreferrer noopener">${text}</a>` : text;
}
