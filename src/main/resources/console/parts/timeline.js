// Two charts over one time: the ledgers as steps, and the score that today's evidence comes to, with what is computed to come.
import { LEVELS } from '../store.js';

const W = 860, LEVELS_H = 150, SCORE_H = 170, GAP = 34, LEFT = 104, RIGHT = 12, TOP = 10;
const HOUR = 3_600_000;
const POINTS = 240;

/** Spans of time to look at, in hours; without one, whatever bears on the level now. */
export const SPANS = { auto: null, '48 h': 48, '7 d': 168, '30 d': 720, '1 y': 8760, all: Infinity };

/**
 * @param explanation of the API: rows with weights as of its `at`, ledgers, and the outlook
 * @param policy of the API: thresholds and half-lives
 * @param hours how far back, one of SPANS
 */
export function drawTimeline(element, explanation, policy, hours) {
  const at = Date.parse(explanation.at);
  const outlook = (explanation.outlook ?? []).map((step) => ({ ...step, time: Date.parse(step.at) }));
  const past = (explanation.ledgers ?? []).map((state) => ({ ...state, time: Date.parse(state.at) })).filter((s) => s.time <= at);
  const rows = (explanation.rows ?? []).map((row) => ({ ...row, t: Date.parse(row.time) }));
  const [from, until] = span(at, past, outlook, rows, hours);
  const x = d3.scaleUtc([from, until], [LEFT, W - RIGHT]);
  const svg = d3.select(element).html('').append('svg').attr('class', 'timeline')
    .attr('viewBox', `0 0 ${W} ${TOP + LEVELS_H + GAP + SCORE_H + 24}`).attr('role', 'img')
    .attr('aria-label', `Levels and score from ${iso(from)} to ${iso(until)}; the tables below say the same`);
  ledgers(svg, x, past, outlook, at, until);
  scores(svg.append('g').attr('transform', `translate(0,${TOP + LEVELS_H + GAP})`), x, rows, explanation, policy, at);
  svg.append('line').attr('class', 'now-line').attr('x1', x(at)).attr('x2', x(at)).attr('y1', TOP).attr('y2', TOP + LEVELS_H + GAP + SCORE_H);
  svg.append('g').attr('transform', `translate(0,${TOP + LEVELS_H + GAP + SCORE_H})`).call(d3.axisBottom(x).ticks(7).tickSizeOuter(0));
}

const iso = (time) => new Date(time).toISOString().slice(0, 10);

/** By itself from the first report that weighs something, or the last move, to the last computed fall, with some air. */
function span(at, past, outlook, rows, hours) {
  const weighing = rows.filter((row) => row.weight > 0.05).map((row) => row.t);
  const moves = past.map((state) => state.time);
  const starts = hours === Infinity ? [...rows.map((row) => row.t), ...moves]
    : hours ? [at - hours * HOUR] : weighing.length ? weighing : moves.slice(-1);
  const from = Math.min(...starts, at - 24 * HOUR);
  const until = Math.max(...outlook.map((step) => step.time), at + (at - from) * 0.06);
  return [from - (at - from) * 0.03, until];
}

function ledgers(svg, x, past, outlook, at, until) {
  const y = d3.scalePoint(LEVELS, [TOP + LEVELS_H, TOP]).padding(0.4);
  svg.append('g').attr('transform', `translate(${LEFT},0)`).call(d3.axisLeft(y).tickSize(-(W - LEFT - RIGHT))).call((g) => g.select('.domain').remove());
  const [from] = x.domain();
  const known = past.filter((c) => c.time >= +from);
  const before = past.filter((c) => c.time < +from).at(-1);
  for (const [ledger, shift] of [['official', -1.2], ['reported', 1.2]]) {
    const field = ledger === 'official' ? 'declared' : 'reported';
    const start = before?.[field] ?? (known.length ? 'LOW' : outlook[0]?.[field] ?? 'LOW');
    const points = [{ time: +from, value: start }, ...known.map((c) => ({ time: c.time, value: c[field] }))];
    const current = points.at(-1).value;
    const line = d3.line().x((d) => x(d.time)).y((d) => y(d.value) + shift).curve(d3.curveStepAfter);
    svg.append('path').attr('class', `step ${ledger}`).attr('d', line([...points, { time: at, value: current }]));
    const future = [{ time: at, value: current }, ...outlook.map((s) => ({ time: s.time, value: s[field] }))];
    svg.append('path').attr('class', `step future ${ledger}`).attr('d', line([...future, { time: +until, value: future.at(-1).value }]));
  }
}

function scores(g, x, rows, explanation, policy, at) {
  const thresholds = policy.scoring?.thresholds ?? [0, 10, 20, 32];
  const score = scoreOf(rows, explanation, policy, at);
  const [from, until] = x.domain().map(Number);
  const times = d3.range(POINTS + 1).map((i) => from + ((until - from) * i) / POINTS).concat(rows.flatMap((r) => [r.t - 1, r.t])).sort(d3.ascending);
  const values = times.filter((time) => time >= from && time <= until).map((time) => ({ time, value: score(time) }));
  const top = Math.max(d3.max(values, (v) => v.value) + 3, thresholds[0] + 6);
  const y = d3.scaleLinear([explanation.prior - 1, Math.max(top, thresholds.find((t) => t > top) ?? top)], [SCORE_H, 0]);
  g.append('g').attr('transform', `translate(${LEFT},0)`).call(d3.axisLeft(y).ticks(5).tickFormat((v) => `${v} dB`)).call((a) => a.select('.domain').remove());
  thresholds.forEach((threshold, i) => {
    if (y(threshold) < 0) return;
    g.append('line').attr('class', 'threshold').attr('x1', LEFT).attr('x2', W - RIGHT).attr('y1', y(threshold)).attr('y2', y(threshold));
    g.append('text').attr('x', LEFT + 4).attr('y', y(threshold) - 3).text(LEVELS[i + 1]);
  });
  const line = d3.line().x((d) => x(d.time)).y((d) => y(d.value));
  g.append('path').attr('class', 'score').attr('d', line(values.filter((v) => v.time <= at)));
  g.append('path').attr('class', 'score future').attr('d', line(values.filter((v) => v.time >= at)));
  g.selectAll('circle').data(rows.filter((r) => r.t >= from)).join('circle').attr('class', 'mark').attr('cx', (r) => x(r.t)).attr('cy', (r) => y(score(r.t)))
    .attr('r', (r) => 2 + Math.sqrt(Math.max(0, r.own)) * 0.9)
    .append('title').text((r) => `${r.headline ?? r.id}, ${r.weight.toFixed(1)} dB now`);
}

/** The score at a time from the weights of today: each grows back by its half-life into the past, and fades on. */
export function scoreOf(rows, explanation, policy, at) {
  const exponent = policy.scoring?.exponent ?? 2;
  const halfLife = (row) => millis(policy.weights?.categories?.[row.category]?.halfLife) ?? 48 * HOUR;
  return (time) => {
    const sum = d3.sum(rows, (row) => (row.t <= time ? (row.weight * 2 ** ((at - time) / halfLife(row))) ** exponent : 0));
    return explanation.prior + sum ** (1 / exponent);
  };
}

/** A duration as policies write it: 30m, 12h, 7d, PT12H. */
export function millis(text) {
  if (typeof text === 'number') return text;
  const match = /^(?:PT?)?(\d+(?:\.\d+)?)([smhd])$/i.exec(text ?? '');
  return match ? Number(match[1]) * { s: 1000, m: 60_000, h: HOUR, d: 24 * HOUR }[match[2].toLowerCase()] : undefined;
}

