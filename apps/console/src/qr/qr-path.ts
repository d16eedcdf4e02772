import { create } from "qrcode";

/** White around the code, in modules; readers need four. */
const quiet = 4;

export interface QrPath {
  /** Modules along an edge, the white around the code included. */
  readonly size: number;
  /** Top left corners of the dark modules. */
  readonly dark: readonly (readonly [x: number, y: number])[];
}

export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const dark: (readonly [number, number])[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) dark.push([x + quiet, y + quiet]);
  }
  return { size: modules.size + 2 * quiet, dark };
}

/** The dark modules as one SVG path. */
export function pathData({ dark }: QrPath): string {
  return dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join("");
}
