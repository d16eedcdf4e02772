/**
 * When something is shown. A condition is data about items that stand earlier in the questionnaire; it is decided by one walk
 * over it, so it always ends, and its size is bounded by the schema. An item that was not answered (skipped, hidden, or a state)
 * fulfils none of the comparisons, only its own state.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** A rating or number from … to … (both included); a bound left out is open. */
  | { readonly item: string; readonly from?: number; readonly to?: number }
  /** One of these options was chosen; for an option of a multiple choice, which is an item of its own: `["1"]`. */
  | { readonly item: string; readonly oneOf: readonly string[] }
  | { readonly item: string; readonly is: ItemState };

export type ItemState = "answered" | "unanswered" | "not-applicable" | "dont-know" | "refused";
export const itemStates: readonly ItemState[] = ["answered", "unanswered", "not-applicable", "dont-know", "refused"];

/** How deep conditions may be nested. */
export const deepestCondition = 5;
