/**
 * The colours of every chart. Text reaches 4.5 : 1 and marks 3 : 1 against `paper`; a test counts it. Colour never
 * stands alone: each coloured mark has a word, a number or a shape of its own beside it.
 */
export const palette = {
  paper: "#FBFAF7",
  ink: "#1C2421",
  muted: "#5A655F",
  mark: "#6B756F",
  hairline: "#DDDDD4",
  primary: "#0F6B5C",
  danger: "#A8321E",
} as const;

const worst = [168, 50, 30] as const;
const middle = [226, 221, 208] as const;
const best = [15, 107, 92] as const;

/** Colours from the worst to the best answer, by straight lines through a pale middle.
 *  @param count answers on the scale, at least 1 (a single one gets the middle) */
export function divergingColours(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => divergingColour(count === 1 ? 0.5 : index / (count - 1)));
}

function divergingColour(position: number): string {
  const [from, to, share] = position < 0.5 ? [worst, middle, position * 2] : [middle, best, position * 2 - 1];
  const channels = from.map((start, channel) => Math.round(start + ((to[channel] ?? start) - start) * share));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** Black or white, whichever is easier to read on the colour: of the two, one always reaches 4.5 : 1. */
export function textColourOn(background: string): string {
  return contrast(background, "#000000") >= contrast(background, "#ffffff") ? "#000000" : "#ffffff";
}

/** Contrast of two colours, 1–21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(colour.slice(start, start + 2), 16) / 255),
  );
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
