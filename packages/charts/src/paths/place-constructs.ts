/**
 * Where the boxes stand: on a grid of half steps, so that arrows seldom run through other boxes or cross, and lead onwards (to the right
 * where there is room, else down). Found by moving and exchanging boxes as long as that makes the picture better, from several
 * beginnings; the same model always gives the same picture.
 */
import { between, cross, grown, lengthOf, overlaps, type Rect, runsThrough, type Segment } from "./geometry.ts";

/** The grid: `along` is the direction in which arrows lead. */
export interface PlacingRoom {
  readonly direction: "right" | "down";
  /** Places along and across; boxes stand at least two places apart across. */
  readonly along: number;
  readonly across: number;
  readonly boxOf: (along: number, across: number) => Rect;
}

interface Cell {
  readonly along: number;
  readonly across: number;
}

/** @param paths pairs of places among the boxes
 *  @returns one box each */
export function placeConstructs(
  count: number,
  paths: readonly (readonly [from: number, to: number])[],
  room: PlacingRoom,
): readonly Rect[] {
  const cells = Array.from(
    { length: room.along * room.across },
    (_, i): Cell => ({
      along: i % room.along,
      across: Math.floor(i / room.along),
    }),
  );
  const boxes = cells.map(({ along, across }) => room.boxOf(along, across));
  const depth = depths(count, paths);
  let best: { readonly placed: readonly number[]; readonly cost: number } | null = null;
  for (let start = 0; start < 10; start++) {
    const found = improved(beginning(depth, room, start), paths, cells, boxes);
    if (best === null || found.cost < best.cost - 1e-9) best = found;
  }
  return (best?.placed ?? []).map((place) => boxes[place] ?? room.boxOf(0, 0));
}

/** How many paths lead to each at most. */
function depths(count: number, paths: readonly (readonly [number, number])[]): readonly number[] {
  const depth = Array.from({ length: count }, () => 0);
  for (let round = 0; round < count; round++) {
    for (const [from, to] of paths) depth[to] = Math.min(count, Math.max(depth[to] ?? 0, (depth[from] ?? 0) + 1));
  }
  return depth;
}

/** By depth along, and across in an order that differs from start to start. */
function beginning(depth: readonly number[], { along, across }: PlacingRoom, start: number): readonly number[] {
  const deepest = Math.max(1, ...depth);
  const taken = new Set<number>();
  return depth.map((each, i) => {
    const column = Math.round((each / deepest) * (along - 1));
    const first = (i * (start + 2) + start) % across;
    for (let step = 0; step < along * across; step++) {
      const row = (first + step) % across;
      const place = ((column + Math.floor(step / across)) % along) + row * along;
      if (!taken.has(place)) {
        taken.add(place);
        return place;
      }
    }
    return 0;
  });
}

function improved(
  begin: readonly number[],
  paths: readonly (readonly [number, number])[],
  cells: readonly Cell[],
  boxes: readonly Rect[],
) {
  const placed = [...begin];
  let cost = costOf(placed, paths, cells, boxes);
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let i = 0; i < placed.length; i++) {
      for (let cell = 0; cell < cells.length; cell++) {
        const own = placed[i] ?? 0;
        const other = placed.indexOf(cell);
        if (own === cell) continue;
        placed[i] = cell;
        if (other >= 0) placed[other] = own;
        const next = costOf(placed, paths, cells, boxes);
        if (next < cost - 1e-6) {
          cost = next;
          isBetter = true;
        } else {
          placed[i] = own;
          if (other >= 0) placed[other] = cell;
        }
      }
    }
  }
  return { placed, cost };
}

/** Room that an arrow needs to carry its number. */
const leastLength = 40;

function costOf(
  placed: readonly number[],
  paths: readonly (readonly [number, number])[],
  cells: readonly Cell[],
  boxes: readonly Rect[],
): number {
  const own = placed.map((place) => boxes[place]).filter((box) => box !== undefined);
  let cost = 0;
  own.forEach((box, i) => {
    for (const other of own.slice(i + 1)) if (overlaps(grown(box, 7), grown(other, 7))) cost += 4000;
  });
  const lines = paths.map(([from, to]): Segment | undefined => {
    const [first, second] = [own[from], own[to]];
    return first === undefined || second === undefined ? undefined : between(first, second);
  });
  paths.forEach(([from, to], i) => {
    const line = lines[i];
    if (line === undefined) return;
    own.forEach((box, j) => {
      if (j !== from && j !== to && runsThrough(line, grown(box, 5))) cost += 1000;
    });
    const length = lengthOf(line);
    cost += length / 20 + (length < leastLength ? (leastLength - length) * 15 : 0);
    const steps = (cells[placed[to] ?? 0]?.along ?? 0) - (cells[placed[from] ?? 0]?.along ?? 0);
    cost += steps < 0 ? 300 : steps === 0 ? 25 : (steps - 1) * 6;
    for (let k = 0; k < i; k++) cost += pairCost(line, lines[k], paths[i], paths[k]);
  });
  return cost;
}

function pairCost(
  one: Segment,
  other: Segment | undefined,
  [from, to]: readonly [number, number],
  second: readonly [number, number] | undefined,
): number {
  if (other === undefined || second === undefined) return 0;
  if (cross(one, other)) return 60;
  const shares = from === second[0] || to === second[1] || from === second[1] || to === second[0];
  return shares && angleBetween(one, other) < 0.14 ? 120 : 0;
}

/** 0 for lines of one direction, whichever way. */
function angleBetween(one: Segment, other: Segment): number {
  const angle = ([[x1, y1], [x2, y2]]: Segment) => Math.atan2(y2 - y1, x2 - x1);
  const apart = Math.abs(angle(one) - angle(other)) % Math.PI;
  return Math.min(apart, Math.PI - apart);
}
