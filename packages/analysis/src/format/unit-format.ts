import type { Unit } from "../results/figure.ts";
import { fixed, signed } from "./number.ts";

/** From this many answers on, a decimal of a share says something. */
const decimalOfShareFrom = 200;

/** How numbers of a unit are written: factor, decimals, sign after it. */
interface UnitFormat {
  readonly factor: 1 | 100;
  readonly decimals: number;
  readonly sign: "" | "%";
}

function unitFormat(unit: Unit, n: number): UnitFormat {
  switch (unit) {
    case "share":
      return { factor: 100, decimals: n < decimalOfShareFrom ? 0 : 1, sign: "%" };
    case "rating":
      return { factor: 1, decimals: 2, sign: "" };
    case "index":
    case "nps":
      return { factor: 1, decimals: 1, sign: "" };
  }
}

/** A value in its unit, `72.4`, `81.3%`. @param n answers it rests on: they decide the decimals of a share */
export function inUnit(value: number, unit: Unit, n: number): string {
  const { factor, decimals, sign } = unitFormat(unit, n);
  return `${fixed(value * factor, decimals)}${sign}`;
}

/** An interval, `71.1–73.7`, `66–78%`; spaced where a minus sign would run into the dash. */
export function intervalInUnit(lower: number, upper: number, unit: Unit, n: number): string {
  const { factor, decimals, sign } = unitFormat(unit, n);
  const dash = lower < 0 || upper < 0 ? " – " : "–";
  return `${fixed(lower * factor, decimals)}${dash}${fixed(upper * factor, decimals)}${sign}`;
}

/** A change, `+1.8`; of shares in percentage points, without a sign after it. */
export function changeInUnit(value: number, unit: Unit, n: number): string {
  const { factor, decimals } = unitFormat(unit, n);
  return signed(value * factor, decimals);
}

/** An interval of a change, `0.3 – 3.3`. */
export function changeIntervalInUnit(lower: number, upper: number, unit: Unit, n: number): string {
  const { factor, decimals } = unitFormat(unit, n);
  return `${fixed(lower * factor, decimals)} – ${fixed(upper * factor, decimals)}`;
}

/** A plain share, `63.0%`. @param n base of the share */
export function share(value: number, n: number): string {
  return inUnit(value, "share", n);
}
