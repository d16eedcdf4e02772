/** Places of numbers that are NaN or infinite anywhere in a result; none in a result that is fit to be shown. */
export function unfitNumbers(result: unknown, place = "result"): readonly string[] {
  if (typeof result === "number") return Number.isFinite(result) ? [] : [`${place} = ${result}`];
  if (typeof result !== "object" || result === null) return [];
  if (ArrayBuffer.isView(result)) return unfitNumbers(Array.from(Object.values(result)), place);
  return Object.entries(result).flatMap(([key, value]) => unfitNumbers(value, `${place}.${key}`));
}
