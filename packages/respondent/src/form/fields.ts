/** Fields as they come, before anything is known of what they should hold. */
import { answerField, stateMark } from "./field-name.ts";

/** A number as it was picked, or a state. */
export function ratingIn(fields: URLSearchParams, name: string): unknown {
  const value = fields.get(name);
  if (value === null || value === "") return undefined;
  return /^\d{1,2}$/.test(value) ? Number(value) : stateOr(value);
}

/** Forms travel with CR LF at line ends; the text was written with LF. Blanks alone are nothing. */
export function textIn(fields: URLSearchParams, name: string): string | undefined {
  const text = (fields.get(name) ?? "").replace(/\r\n?/g, "\n");
  return text.trim() === "" ? undefined : text;
}

/** A state by its name; what is none comes through as it is, and is refused. */
export function stateOr(value: string): string {
  return value.startsWith(stateMark) ? value.slice(stateMark.length) : value;
}

/** A line that one writes in, beside states of the same name: what is written goes before a state that was ticked. */
export function lineIn(
  fields: URLSearchParams,
  question: string,
): { readonly kind: "text"; readonly text: string } | { readonly kind: "state"; readonly state: string | undefined } {
  const values = fields.getAll(answerField(question)).filter((value) => value.trim() !== "");
  const text = values.find((value) => !value.startsWith(stateMark));
  if (text !== undefined) return { kind: "text", text };
  const [state] = values;
  return { kind: "state", state: state === undefined ? undefined : stateOr(state) };
}
