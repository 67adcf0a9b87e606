// Draws the topology from its description: nodes in columns by how far they are from the first topics.
const BOX = { width: 168, height: 34, gapX: 70, gapY: 12 };

/**
 * @param description nodes and edges
 * @param flow what waits in each topic, told beside its name as it changes
 */
export function drawTopology(element, description, flow) {
  if (element.dataset.drawn) return tellLag(element, flow);
  element.dataset.drawn = 'yes';
  const { nodes, edges } = essence(description);
  const columns = layers(nodes, edges);
  const placed = place(nodes, columns);
  const width = (d3.max(placed.values(), (p) => p.x) ?? 0) + BOX.width + 10;
  const height = (d3.max(placed.values(), (p) => p.y) ?? 0) + BOX.height + 10;
  const svg = d3.select(element).append('svg').attr('class', 'pipes').attr('viewBox', `0 0 ${width} ${height}`)
    .attr('role', 'img').attr('aria-label', 'Topology: topics, steps and stores; below it in words');
  const line = d3.linkHorizontal().x((p) => p[0]).y((p) => p[1]);
  svg.selectAll('path').data(edges.filter((e) => placed.has(e.from) && placed.has(e.to))).join('path').attr('d', ({ from, to }) => {
    const a = placed.get(from), b = placed.get(to);
    return a.x < b.x ? line({ source: [a.x + BOX.width, a.y + BOX.height / 2], target: [b.x, b.y + BOX.height / 2] })
      : `M${a.x + BOX.width / 2},${a.y + BOX.height} L${b.x + BOX.width / 2},${b.y}`;
  });
  const boxes = svg.selectAll('g').data(nodes.filter((n) => placed.has(n.id))).join('g').attr('class', (n) => n.kind.toLowerCase())
    .attr('transform', (n) => `translate(${placed.get(n.id).x},${placed.get(n.id).y})`);
  boxes.append('rect').attr('width', BOX.width).attr('height', BOX.height);
  boxes.append('text').attr('x', BOX.width / 2).attr('y', BOX.height / 2 + 4).attr('text-anchor', 'middle').text((n) => short(n.name));
  boxes.append('title').text((n) => `${n.kind.toLowerCase()} ${n.name}`);
  tellLag(element, flow);
}

function tellLag(element, flow) {
  const lag = (node) => Object.entries(flow?.lag ?? {}).find(([topic]) => node.kind === 'TOPIC' && topic.endsWith(node.name))?.[1];
  d3.select(element).selectAll('g').select('text').text((n) => `${short(n.name)}${lag(n) ? ` · ${lag(n).toLocaleString('en')} waiting` : ''}`);
}

/** Topics, the steps that keep something, and their stores; what only passes records on is drawn as the way between them. */
function essence({ nodes, edges }) {
  const stores = new Set(nodes.filter((n) => n.kind === 'STORE').map((n) => n.id));
  const keeping = new Set(edges.filter((e) => stores.has(e.to)).map((e) => e.from));
  const kept = nodes.filter((n) => n.kind === 'TOPIC' || n.kind === 'STORE' || (n.kind === 'STEP' && keeping.has(n.id)));
  const ids = new Set(kept.map((n) => n.id));
  const onwards = d3.group(edges, (e) => e.from);
  const ways = new Map();
  for (const { id } of kept.filter((n) => n.kind !== 'STORE')) {
    const waiting = (onwards.get(id) ?? []).map((e) => e.to), seen = new Set();
    while (waiting.length) {
      const next = waiting.pop();
      if (seen.has(next)) continue;
      seen.add(next);
      if (ids.has(next)) { if (next !== id) ways.set(`${id} ${next}`, { from: id, to: next }); }
      else waiting.push(...(onwards.get(next) ?? []).map((e) => e.to));
    }
  }
  return { nodes: kept, edges: [...ways.values()] };
}

const short = (name) => (name.length <= 26 ? name : `…${name.slice(-25)}`);

/** How many steps a node is from a beginning; a store stands in the column of its step. */
function layers(nodes, edges) {
  const kinds = new Map(nodes.map((n) => [n.id, n.kind]));
  const flow = edges.filter((e) => kinds.get(e.from) !== 'STORE' && kinds.get(e.to) !== 'STORE');
  const column = new Map(nodes.map((n) => [n.id, 0]));
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const { from, to } of flow) {
      if (column.get(to) < column.get(from) + 1 && column.get(from) < nodes.length) {
        column.set(to, column.get(from) + 1);
        moved = true;
      }
    }
    if (!moved) break;
  }
  for (const { from, to } of edges) if (kinds.get(to) === 'STORE') column.set(to, column.get(from));
  return column;
}

function place(nodes, column) {
  const placed = new Map();
  const filled = new Map();
  const order = { TOPIC: 0, SOURCE: 1, STEP: 1, SINK: 1, STORE: 2 };
  for (const node of [...nodes].sort((a, b) => (order[a.kind] ?? 1) - (order[b.kind] ?? 1))) {
    const x = column.get(node.id);
    const y = filled.get(x) ?? 0;
    filled.set(x, y + 1);
    placed.set(node.id, { x: 5 + x * (BOX.width + BOX.gapX), y: 5 + y * (BOX.height + BOX.gapY) });
  }
  return placed;
}
