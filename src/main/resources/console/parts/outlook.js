// What would change a level, worked out from its explanation and the policy.
import { html } from '../html.js';
import { LEVELS, rank } from '../store.js';
import { decibels, second, words } from '../format.js';

/** Sentences, each a way in which the level would move. */
export function outlook(explanation, policy) {
  return [...rises(explanation, policy), ...falls(explanation), ...official(explanation)];
}

function rises(explanation, policy) {
  const thresholds = policy.scoring?.thresholds ?? [0, 10, 20, 32];
  const exponent = policy.scoring?.exponent ?? 2;
  const told = [];
  if (explanation.held === 'UNCORROBORATED' || (!explanation.corroborated && rank(explanation.uncorroborated) > rank(explanation.raw))) {
    told.push(html`Reports alone would make it <b>${explanation.uncorroborated}</b>: a second origin of reliability A to C within 72 h, or an authority's CONFIRM, lifts the cap.`);
  }
  const next = thresholds.findIndex((threshold) => explanation.score < threshold);
  if (next >= 0) {
    const sum = (explanation.score - explanation.prior) ** exponent;
    const needed = ((thresholds[next] - explanation.prior) ** exponent - sum) ** (1 / exponent);
    told.push(html`One more report of <b>${decibels(needed)}</b> brings the score to ${decibels(thresholds[next])}, the threshold of ${LEVELS[next + 1]}: ${enough(needed, policy)}.`);
  } else {
    told.push(html`The score is above every threshold.`);
  }
  return told;
}

function enough(needed, policy) {
  const bases = Object.entries(policy.weights?.categories ?? {}).map(([name, c]) => [name, c.base]).filter(([, base]) => base >= needed)
    .sort((a, b) => a[1] - b[1]);
  if (!bases.length) return 'no single report weighs that much';
  const [name, base] = bases[0];
  return `from a source graded A with credibility 1, ${words(name)} (${base} dB) is enough`;
}

function falls(explanation) {
  if (!explanation.outlook?.length) return [html`Nothing in it falls with time.`];
  return explanation.outlook.map((step) => html`Without anything new it is <b>${step.level}</b> from ${second(step.at)} on (official ${step.declared}, reported ${step.reported}).`);
}

function official(explanation) {
  if (explanation.held === 'PINNED') return [html`It is pinned by an analyst: only a release, or the end of the pin, moves it.`];
  return explanation.declarations?.length
    ? [html`A new declaration or a cancellation by ${explanation.declarations.map((d) => d.authority).join(', ')} moves the official level.`]
    : [html`No authority has declared a level here; the first declaration sets the official one.`];
}
