import { html } from '../html.js';
import { LEVELS, rank } from '../store.js';

/** A level as its bar and its name. */
export function level(name) {
  if (!name) return html`<span class="level none">not assessed</span>`;
  return html`<span class="level" data-level=${name}><span class="bar" aria-hidden="true">${LEVELS.map(
    (_, i) => html`<i class=${i <= rank(name) ? 'on' : ''}></i>`)}</span>${name}</span>`;
}

/** Where official word and reports stand to each other, in words. */
export function gap(change) {
  const steps = rank(change.reported) - rank(change.declared);
  if (steps === 0) return 'official and reported agree';
  const by = `${Math.abs(steps)} ${Math.abs(steps) === 1 ? 'step' : 'steps'}`;
  return steps > 0 ? `reported is ${by} above official` : `reported is ${by} below official`;
}
