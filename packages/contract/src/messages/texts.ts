import type { FaultKind, MalformedReason, ProblemCode, ProblemDetails } from "../problem/problem.ts";
import type { ImportState } from "../study/import-state.ts";

/** Problems in one language: what is wrong and what to do, in a sentence or two. */
export interface ProblemMessages {
  readonly problems: { readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => string };
  readonly malformed: Readonly<Record<MalformedReason, string>>;
  readonly importStates: Readonly<Record<ImportState, string>>;
  readonly faults: Readonly<Record<FaultKind, string>>;
}
