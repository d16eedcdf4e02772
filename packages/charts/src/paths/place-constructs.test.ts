import { describe, expect, it } from "vitest";
import { between, grown, overlaps, runsThrough } from "./geometry.ts";
import { placeConstructs } from "./place-constructs.ts";

const paths = [
  [0, 1],
  [0, 4],
  [0, 5],
  [1, 2],
  [1, 3],
  [1, 4],
  [2, 3],
  [2, 4],
  [3, 4],
  [4, 5],
] as const;
const boxOf = (along: number, across: number) => ({
  left: along * 190,
  right: along * 190 + 130,
  top: across * 55,
  bottom: across * 55 + 66,
});
const room = { direction: "right", along: 4, across: 6, boxOf } as const;

describe("places of constructs", () => {
  it("keep boxes apart and let no arrow run through another box, the same each time", () => {
    const boxes = placeConstructs(6, paths, room);
    for (const [i, box] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      for (const [from, to] of paths) {
        const [first, second] = [boxes[from], boxes[to]];
        if (first === undefined || second === undefined) throw new Error("a box is missing");
        if (i !== from && i !== to) expect(runsThrough(between(first, second), grown(box, 2))).toBe(false);
      }
    }
    expect(placeConstructs(6, paths, room)).toEqual(boxes);
  });

  it("lead onwards: nothing stands before what acts on it", () => {
    const boxes = placeConstructs(6, paths, room);
    for (const [from, to] of paths) expect(boxes[to]?.left ?? 0).toBeGreaterThanOrEqual(boxes[from]?.left ?? 0);
  });
});
