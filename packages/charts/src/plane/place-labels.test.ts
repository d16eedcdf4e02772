import { describe, expect, it } from "vitest";
import { textSize } from "../drawing/marks.ts";
import { textWidth } from "../text/text-width.ts";
import { placeFieldNames } from "./field-names.ts";
import { type Box, dotBox, placeLabels } from "./place-labels.ts";

const field: Box = { left: 44, right: 714, top: 28, bottom: 468 };
const names = [
  { text: "Improve first", tone: "urgent" },
  { text: "Keep up", tone: "plain" },
  { text: "Low priority", tone: "plain" },
  { text: "Possible overkill", tone: "plain" },
] as const;
/** Points on and beside every corner's words. */
const corners = [
  { x: 70, y: 42 },
  { x: 700, y: 44 },
  { x: 60, y: 452 },
  { x: 690, y: 455 },
];

function touches(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function labelBoxes(spots: readonly { x: number; y: number }[], words: readonly Box[], lines: readonly Box[]) {
  const named = spots.map((spot, index) => ({ ...spot, name: "Reminders and call-backs", number: `${index + 1}` }));
  return placeLabels(named, { words, lines }, field)
    .flat()
    .flatMap((mark): readonly Box[] => {
      if (mark.kind !== "text") return [];
      const width = textWidth(mark.text, textSize.small);
      return [{ left: mark.x, right: mark.x + width, top: mark.y - 6, bottom: mark.y + 6 }];
    });
}

describe("the names of the fields", () => {
  it("stand in the corners where no point lies there", () => {
    const [first] = placeFieldNames(field, [], names);
    expect(first?.box).toMatchObject({ left: field.left + 8, top: field.top + 5 });
  });

  it("give way to points that lie in the corners", () => {
    const dots = corners.map(dotBox);
    for (const { box } of placeFieldNames(field, dots, names)) {
      expect(dots.filter((dot) => touches(dot, box))).toEqual([]);
    }
  });
});

describe("labels", () => {
  it("lie on no field's name and on no line", () => {
    const words = placeFieldNames(field, corners.map(dotBox), names).map(({ box }) => box);
    const line = { left: 340, right: 344, top: field.top, bottom: field.bottom };
    const boxes = labelBoxes([...corners, { x: 330, y: 200 }, { x: 100, y: 62 }], words, [line]);
    expect(boxes).toHaveLength(6);
    for (const box of boxes) expect([...words, line].filter((word) => touches(word, box))).toEqual([]);
  });
});
