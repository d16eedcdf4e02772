/** How the numbers of an axis are written. */
export type AxisUnit = "points" | "share";

/** A tick's number: points as they are, shares as percent; with a true minus sign. */
export function axisNumber(value: number, unit: AxisUnit): string {
  const shown = Number((unit === "share" ? value * 100 : value).toFixed(2));
  const text = `${Math.abs(shown)}${unit === "share" ? "%" : ""}`;
  return shown < 0 ? `−${text}` : text;
}
