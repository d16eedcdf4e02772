import type { FaultKind, MalformedReason, ProblemCode, ProblemDetails } from "../problem/problem.ts";

/** Problems in one language: what is wrong and what to do, in a sentence or two. */
export interface ProblemMessages {
  readonly problems: { readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => string };
  readonly malformed: Readonly<Record<MalformedReason, string>>;
  readonly faults: Readonly<Record<FaultKind, string>>;
}
