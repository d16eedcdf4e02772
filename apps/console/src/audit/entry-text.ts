import type { AuditMessages } from "./messages/zh.ts";

/** What was done, in words; actions that came after this page are shown as the log has them. */
export function actionText(action: string, words: AuditMessages): string {
  const texts: ReadonlyMap<string, string> = new Map(Object.entries(words.actions));
  return texts.get(action) ?? action;
}

/** What the log keeps beside an action, one value a line; values within values with their path. */
export function detailLines(details: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(details).flatMap(([name, value]) => linesOf(name, value));
}

function linesOf(path: string, value: unknown): readonly string[] {
  if (value === null || value === undefined) return [`${path}: —`];
  if (Array.isArray(value)) {
    return value.every(isPlain)
      ? [`${path}: ${value.join(", ")}`]
      : value.flatMap((each, at) => linesOf(`${path}.${at + 1}`, each));
  }
  if (typeof value === "object") {
    const entries = Object.entries(value);
    const [from, to] = [entries.find(([key]) => key === "from"), entries.find(([key]) => key === "to")];
    if (entries.length === 2 && from !== undefined && to !== undefined && isPlain(from[1]) && isPlain(to[1])) {
      return [`${path}: ${from[1] ?? "—"} → ${to[1] ?? "—"}`];
    }
    return entries.flatMap(([key, each]) => linesOf(`${path}.${key}`, each));
  }
  return [`${path}: ${String(value)}`];
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== "object";
}
