import type { Problem, ProblemCode, ProblemDetails } from "@manyi/contract/problem/problem";

/** Why a call did not succeed: the server says so; nobody answers; what answers is not ours. */
export type CallFailure =
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "unreachable" }
  | { readonly kind: "broken"; readonly status: number };

export class CallError extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure, options?: ErrorOptions) {
    super(failure.kind === "problem" ? failure.problem.title : failure.kind, options);
    this.failure = failure;
  }
}

/** Reads `application/problem+json`; anything else is a proxy's or a broken server's page. */
export async function failureOf(response: Response): Promise<CallFailure> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("application/problem+json")) {
    return response.status === 502 || response.status === 503 || response.status === 504
      ? { kind: "unreachable" }
      : { kind: "broken", status: response.status };
  }
  try {
    return { kind: "problem", problem: (await response.json()) as Problem };
  } catch {
    return { kind: "broken", status: response.status };
  }
}

/** The details of a problem of this code; null where the failure is another one. */
export function detailsOf<Code extends ProblemCode>(error: unknown, code: Code): ProblemDetails[Code] | null {
  if (!isProblem(error, code)) return null;
  return error.failure.problem.details as ProblemDetails[Code];
}

/** Whether a call failed with this problem. */
export function isProblem(
  error: unknown,
  code: ProblemCode,
): error is CallError & { readonly failure: { readonly kind: "problem"; readonly problem: Problem } } {
  return error instanceof CallError && error.failure.kind === "problem" && error.failure.problem.code === code;
}

/** Whether the same call may succeed by itself a little later: the network, a restart, a full moment. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof CallError)) return false;
  const { failure } = error;
  if (failure.kind === "unreachable") return true;
  return failure.kind === "problem" && (failure.problem.status === 503 || failure.problem.status === 429);
}
