import type { Returning } from "../embedded/returning.ts";
import type { DraftStore } from "../runtime/draft-store.ts";
import type { Mark } from "../runtime/session-parts.ts";

/** What this device has of a survey that takes no new answers. */
export type FoundHere =
  /** The form has more to say: it goes on with what was begun, sends what waits, or asks the server. */
  { readonly kind: "more" } | { readonly kind: "received"; readonly receipt: string } | { readonly kind: "nothing" };

/** @param mark what this window was filling in before it was loaded again */
export function foundHere({ wave }: Returning, store: DraftStore, mark: Mark | null): FoundHere {
  const drafts = store.all().filter(({ pending }) => wave === "closing" || pending !== null);
  if (drafts.length > 0 || mark !== null) return { kind: "more" };
  const kept = store.receipt();
  return kept === null ? { kind: "nothing" } : { kind: "received", receipt: kept.receipt };
}
