/** Who brought an import in, as one text: staff by their id, keys marked as such, null for the system. */
import type { Actor } from "../rights/scope.ts";

const keyMark = "key:";

export function createdBy({ kind, id }: Actor): string {
  return kind === "key" ? `${keyMark}${id}` : id;
}

export function actorOf(text: string | null): {
  readonly kind: "staff" | "key" | "system";
  readonly id: string | null;
} {
  if (text === null) return { kind: "system", id: null };
  return text.startsWith(keyMark) ? { kind: "key", id: text.slice(keyMark.length) } : { kind: "staff", id: text };
}
