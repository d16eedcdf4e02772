/**
 * Texts of a study come from files and forms. Characters that no reader sees but that turn the text around, or that no
 * file format can hold, are taken out here, once for all renderers.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/** Embeddings, overrides and isolates: a label could turn the digits after it around. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** One text without control and direction characters, and with lone surrogates replaced. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(controls, "").replace(directions, "");
}

/** Every string inside plain data, cleaned; everything else as it is.
 *  @param value what JSON can hold */
export function cleanTexts<Value>(value: Value): Value {
  return mapStrings(value, cleanText);
}

/** Plain data with each of its strings mapped. */
export function mapStrings<Value>(value: Value, change: (text: string) => string): Value;
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapStrings(entry, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapStrings(entry, change)]));
}
