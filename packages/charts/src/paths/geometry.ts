/** Boxes and the straight lines between them. */
export type Point = readonly [x: number, y: number];

export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Segment = readonly [from: Point, to: Point];

export function centreOf({ left, right, top, bottom }: Rect): Point {
  return [(left + right) / 2, (top + bottom) / 2];
}

export function grown({ left, right, top, bottom }: Rect, by: number): Rect {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

export function overlaps(one: Rect, other: Rect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** The line between two boxes' centres, from border to border. */
export function between(from: Rect, to: Rect): Segment {
  const [a, b] = [centreOf(from), centreOf(to)];
  return [borderPoint(from, b), borderPoint(to, a)];
}

/** Where the line from the centre towards a point leaves the box. */
function borderPoint(box: Rect, towards: Point): Point {
  const [x, y] = centreOf(box);
  const [dx, dy] = [towards[0] - x, towards[1] - y];
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (box.right - box.left) / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (box.bottom - box.top) / 2 / Math.abs(dy),
  );
  return Number.isFinite(reach) ? [x + dx * Math.min(1, reach), y + dy * Math.min(1, reach)] : [x, y];
}

export function lengthOf([[x1, y1], [x2, y2]]: Segment): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

export function pointOn([[x1, y1], [x2, y2]]: Segment, share: number): Point {
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
}

/** Whether a line runs through a box (Liang and Barsky). */
export function runsThrough([[x1, y1], [x2, y2]]: Segment, { left, right, top, bottom }: Rect): boolean {
  let [from, to] = [0, 1];
  const [dx, dy] = [x2 - x1, y2 - y1];
  for (const [step, room] of [
    [-dx, x1 - left],
    [dx, right - x1],
    [-dy, y1 - top],
    [dy, bottom - y1],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
      continue;
    }
    const share = room / step;
    if (step < 0) from = Math.max(from, share);
    else to = Math.min(to, share);
  }
  return from < to;
}

export function cross([a, b]: Segment, [c, d]: Segment): boolean {
  const side = ([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
