import type { Mark } from "../drawing/drawing.ts";
import { rounded, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { clipText, textWidth } from "../text/text-width.ts";

interface Answer {
  readonly label: string;
  readonly short: string;
}

interface Entry {
  readonly text: string;
  readonly x: number;
  readonly line: number;
}

const swatch = 12;
const lineHeight = 20;

/** The answers of the scale in their order, each with its colour: what the parts of every bar below mean. */
export function answerKey(answers: readonly Answer[], colours: readonly string[], width: number): readonly Mark[] {
  return flow(answers, width).flatMap((entry, index): readonly Mark[] => {
    const y = entry.line * lineHeight + lineHeight / 2;
    const fill = colours[index] ?? palette.muted;
    return [
      { kind: "rect", x: rounded(entry.x), y: rounded(y - swatch / 2), width: swatch, height: swatch, fill },
      textMark(entry.text, entry.x + swatch + 5, y, { size: textSize.small, colour: palette.muted }),
    ];
  });
}

/** Height of the key in pixels. */
export function keyHeight(answers: readonly Answer[], width: number): number {
  return ((flow(answers, width).at(-1)?.line ?? 0) + 1) * lineHeight;
}

/** Entries one after another, going to the next line where the room ends. */
function flow(answers: readonly Answer[], width: number): readonly Entry[] {
  // A long scale (0–10) shows its numbers only; its ends are named in the text beside the chart.
  const texts = answers.map(({ label, short }) => (answers.length > 7 ? short : clipText(label, 150, textSize.small)));
  const entries: Entry[] = [];
  let x = 0;
  let line = 0;
  for (const text of texts) {
    const room = swatch + 5 + textWidth(text, textSize.small);
    if (x > 0 && x + room > width) {
      x = 0;
      line += 1;
    }
    entries.push({ text, x, line });
    x += room + 14;
  }
  return entries;
}
