/** Where the numbers of the arrows stand: on their own line, clear of boxes, of one another and, if it can be, of other lines. */
import { grown, overlaps, type Point, pointOn, type Rect, runsThrough, type Segment } from "./geometry.ts";

export interface PathLabel {
  readonly line: Segment;
  readonly width: number;
}

const shares = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.15, 0.85] as const;

/** @returns middle of each label */
export function placePathLabels(labels: readonly PathLabel[], boxes: readonly Rect[]): readonly Point[] {
  const placed: Rect[] = [];
  return labels.map((label, i) => {
    const others = labels.filter((_, j) => j !== i).map(({ line }) => line);
    const costs = shares.map((share, rank) => {
      const room = roomOf(label, share);
      const touched = placed.filter((other) => overlaps(room, other)).length;
      const covered = boxes.filter((box) => overlaps(room, grown(box, 1))).length;
      const crossed = others.filter((line) => runsThrough(line, room)).length;
      return touched * 1000 + covered * 1000 + crossed * 40 + rank;
    });
    const share = shares[costs.indexOf(Math.min(...costs))] ?? 0.5;
    placed.push(grown(roomOf(label, share), 1));
    return pointOn(label.line, share);
  });
}

function roomOf({ line, width }: PathLabel, share: number): Rect {
  const [x, y] = pointOn(line, share);
  return { left: x - width / 2 - 3, right: x + width / 2 + 3, top: y - 8, bottom: y + 8 };
}
