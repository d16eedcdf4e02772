import type { Drawing, Mark, Part, TextMark } from "../drawing/drawing.ts";
import { lineMark, rounded, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { textWidth } from "../text/text-width.ts";
import { wrapText } from "../text/wrap-text.ts";
import { between, centreOf, lengthOf, type Point, pointOn, type Rect, type Segment } from "./geometry.ts";
import { placePathLabels } from "./path-labels.ts";
import type { DrawnPath, PathConstruct, PathsChart } from "./paths-chart.ts";
import { placeConstructs } from "./place-constructs.ts";

const [lineHeight, valueHeight, padding] = [16, 15, 9] as const;

/** Boxes from left to right where there is room, else from above; arrows with their coefficients. */
export function drawPaths(chart: PathsChart, width: number): Drawing {
  const size = boxSize(chart, width);
  const boxes = cropped(arranged(chart, width, size), width);
  const places = new Map(chart.constructs.map(({ code }, i) => [code, i]));
  const arrows = chart.paths.flatMap((path) => {
    const [from, to] = [boxes[places.get(path.from) ?? -1], boxes[places.get(path.to) ?? -1]];
    return from === undefined || to === undefined ? [] : [{ path, line: between(from, to) }];
  });
  const labels = placePathLabels(
    arrows.map(({ path, line }) => ({ line, width: textWidth(path.text, textSize.small) * 1.08 })),
    boxes,
  );
  const parts: Part[] = [
    ...arrows.map(({ path, line }) => ({ name: `${path.from} → ${path.to}`, marks: arrowMarks(path, line) })),
    ...chart.constructs.flatMap((construct, i) => {
      const box = boxes[i];
      return box === undefined ? [] : [{ name: construct.label, marks: boxMarks(construct, box) }];
    }),
    ...arrows.map(({ path }, i) => ({ name: path.text, marks: labelMarks(path, labels[i] ?? [0, 0]) })),
  ];
  const height = Math.max(40, ...boxes.map(({ bottom }) => bottom + 4));
  return { width, height, parts };
}

interface BoxSize {
  readonly width: number;
  readonly height: number;
}

function boxSize({ constructs }: PathsChart, width: number): BoxSize {
  const own = width < 520 ? 100 : width < 800 ? 132 : 156;
  const heights = constructs.map(
    (construct) => labelLines(construct, own).length * lineHeight + construct.values.length * valueHeight,
  );
  return { width: own, height: Math.max(lineHeight, ...heights) + 2 * padding - 2 };
}

function labelLines({ label }: PathConstruct, width: number): readonly string[] {
  return wrapText(label, width - 12, textSize.normal, 3);
}

/** Boxes on a grid of as many places as the model needs. */
function arranged(chart: PathsChart, width: number, size: BoxSize): readonly Rect[] {
  const { constructs, paths } = chart;
  const count = constructs.length;
  const places = new Map(constructs.map(({ code }, i) => [code, i]));
  const pairs = paths.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  const isNarrow = width < 520;
  const inset = 2;
  const reach = width - size.width - 2 * inset;
  if (isNarrow) {
    const [across, along] = [5, Math.max(2, Math.min(7, Math.ceil(count * 0.7) + 1))];
    const step = size.height + 46;
    const boxOf = (row: number, column: number) =>
      boxAt(inset + (reach * column) / (across - 1), inset + row * step, size);
    return placeConstructs(count, pairs, { direction: "down", along, across, boxOf });
  }
  const along = count < 4 ? Math.max(2, count) : 4;
  const across = Math.max(3, Math.min(7, Math.ceil((count / along) * 2) + 2));
  const step = (size.height + 48) / 2;
  const boxOf = (column: number, row: number) =>
    boxAt(inset + (reach * column) / (along - 1), inset + row * step, size);
  return placeConstructs(count, pairs, { direction: "right", along, across, boxOf });
}

function boxAt(left: number, top: number, { width, height }: BoxSize): Rect {
  return { left, right: left + width, top, bottom: top + height };
}

/** Without empty room above and beside: columns are spread over the whole width. */
function cropped(boxes: readonly Rect[], width: number): readonly Rect[] {
  const above = Math.min(...boxes.map(({ top }) => top)) - 2;
  const [first, last] = [Math.min(...boxes.map(({ left }) => left)), Math.max(...boxes.map(({ right }) => right))];
  const own = boxes[0] === undefined ? 0 : boxes[0].right - boxes[0].left;
  const reach = last - first - own;
  const stretch = reach > 0 ? (width - 4 - own) / reach : 0;
  return boxes.map(({ left, top, bottom }) => {
    const x = reach > 0 ? 2 + (left - first) * stretch : (width - own) / 2;
    return { left: x, right: x + own, top: top - above, bottom: bottom - above };
  });
}

function boxMarks(construct: PathConstruct, box: Rect): readonly Mark[] {
  const { left, top } = box;
  const [width, height] = [box.right - left, box.bottom - top];
  const lines = labelLines(construct, width);
  const [x] = centreOf(box);
  const total = lines.length * lineHeight + construct.values.length * valueHeight;
  let y = top + (height - total) / 2;
  const line = (text: string, room: number, style: Partial<TextMark>) => {
    y += room;
    return textMark(text, x, y - room / 2, { align: "center", ...style });
  };
  return [
    { kind: "rect", x: rounded(left), y: rounded(top), width, height, fill: palette.mark, radius: 8 },
    {
      kind: "rect",
      x: rounded(left + 1.2),
      y: rounded(top + 1.2),
      width: width - 2.4,
      height: height - 2.4,
      fill: "#FFFFFF",
      radius: 7,
    },
    ...lines.map((text) => line(text, lineHeight, { weight: 600 })),
    ...construct.values.map((text) => line(text, valueHeight, { size: textSize.small, colour: palette.muted })),
  ];
}

const head = 9;

function arrowMarks({ strength, isClear }: DrawnPath, line: Segment): readonly Mark[] {
  const unclear = isClear === false;
  const colour = unclear ? "#8B958F" : palette.primary;
  const width = unclear ? 1.2 : 1.2 + 2.2 * Math.min(1, Math.max(0, strength));
  const length = lengthOf(line);
  if (length < 1) return [];
  const [tip, stop] = [pointOn(line, 1 - 2 / length), pointOn(line, Math.max(0, 1 - (head + 1) / length))];
  const [ux, uy] = [(line[1][0] - line[0][0]) / length, (line[1][1] - line[0][1]) / length];
  const half = head / 2;
  const corners: readonly Point[] = [
    tip,
    [stop[0] - uy * half, stop[1] + ux * half],
    [stop[0] + uy * half, stop[1] - ux * half],
  ];
  return [
    lineMark(line[0], stop, { colour, width, dash: unclear ? [5, 4] : [] }),
    { kind: "polygon", points: corners.map(([x, y]) => [rounded(x), rounded(y)]), fill: colour, opacity: 1 },
  ];
}

/** The number on its arrow, on a ground of paper that interrupts the line. */
function labelMarks({ text, isClear }: DrawnPath, [x, y]: Point): readonly Mark[] {
  const width = textWidth(text, textSize.small) + 6;
  const unclear = isClear === false;
  return [
    {
      kind: "rect",
      x: rounded(x - width / 2),
      y: rounded(y - 8),
      width: rounded(width),
      height: 16,
      fill: palette.paper,
    },
    textMark(text, x, y, {
      align: "center",
      size: textSize.small,
      weight: unclear ? 400 : 600,
      colour: unclear ? palette.muted : palette.ink,
    }),
  ];
}
