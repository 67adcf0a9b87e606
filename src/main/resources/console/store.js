// What the pages look at: the latest state of every subject, and names. Changes come in by live.js.
import { list } from './api.js';

export const LEVELS = ['LOW', 'MODERATE', 'SUBSTANTIAL', 'SEVERE', 'CRITICAL'];
export const rank = (level) => LEVELS.indexOf(level);
export const OVERALL = '*';

/** As many subjects are held, the gravest first; the map has the overall level of every region beside them. */
const MOST = 5_000;

export class Store {
  constructor() {
    this.subjects = new Map();
    this.regions = new Map();
    this.entities = new Map();
    this.sources = new Map();
    this.authorities = new Map();
    this.moved = new Map();
    this.listeners = new Set();
    this.meanwhile = null;
    this.total = 0;
  }

  async load() {
    const names = ['regions', 'entities', 'sources', 'authorities'];
    await Promise.all([
      ...names.map(async (kind) => (await list(`/${kind}`, kind)).items.forEach((one) => this[kind].set(one.id, one))),
      this.loadLevels(),
    ]);
    this.tell();
  }

  /** What comes in while the levels are read is newer than they are, and is taken again after them. */
  async loadLevels() {
    this.meanwhile = [];
    const [overall, every] = await Promise.all([
      list('/levels?limit=1000&entity=*', 'levels', MOST), list('/levels?limit=1000', 'levels', MOST)]);
    const newer = this.meanwhile;
    this.meanwhile = null;
    this.subjects = new Map([...overall.items, ...every.items].map((state) => [key(state), state]));
    this.total = Math.max(every.total, this.subjects.size);
    newer.forEach((change) => this.take(change, false));
    this.tell();
  }

  /** Takes a change or a renewed ledger; one that is older than what is known is passed over. */
  take(change, isMove) {
    const known = this.subjects.get(key(change));
    if (known && known.sequence > change.sequence) return;
    this.meanwhile?.push(change);
    if (!known) this.total++;
    this.subjects.set(key(change), change);
    if (isMove) this.moved.set(key(change), performance.now());
    this.tell();
  }

  subject(entity, region) {
    return this.subjects.get(`${entity}|${region}`);
  }

  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Many changes in one frame are one drawing. */
  tell() {
    if (this.pending) return;
    this.pending = true;
    const now = () => {
      this.pending = false;
      this.listeners.forEach((listener) => listener());
    };
    if (document.hidden) setTimeout(now, 200);
    else requestAnimationFrame(now);
  }

  entityName(id) {
    if (id === OVERALL) return 'Overall';
    if (id === '_') return 'Unattributed';
    return this.entities.get(id)?.name ?? id;
  }

  regionName(id) {
    return this.regions.get(id)?.name ?? id;
  }

  sourceName(id) {
    return this.sources.get(id)?.name ?? this.authorities.get(id)?.name ?? id;
  }

  country(id) {
    let region = this.regions.get(id);
    while (region?.parent) region = this.regions.get(region.parent);
    return region?.id ?? id;
  }

  /** Whether a region is another or lies in it. */
  isWithin(id, outer) {
    for (let at = id; at; at = this.regions.get(at)?.parent) if (at === outer) return true;
    return false;
  }
}

export const key = (change) => `${change.entity}|${change.region}`;
