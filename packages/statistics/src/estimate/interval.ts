import { normalQuantile } from "../distribution/normal.ts";
import { studentQuantile } from "../distribution/student-t.ts";
import type { Interval, IntervalMethod } from "./estimate.ts";

/** @throws RangeError unless 0 < confidence < 1 */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie in (0, 1), got ${confidence}`);
}

/** The z that leaves (1 − confidence)/2 above it. @throws RangeError unless 0 < confidence < 1 */
export function criticalNormal(confidence: number): number {
  requireConfidence(confidence);
  return -normalQuantile((1 - confidence) / 2);
}

/** The t that leaves (1 − confidence)/2 above it. @throws RangeError unless 0 < confidence < 1 and df > 0 */
function criticalStudent(confidence: number, degreesOfFreedom: number): number {
  requireConfidence(confidence);
  return -studentQuantile((1 - confidence) / 2, degreesOfFreedom);
}

/** value ± z · standardError. With a standard error of 0 the method says "no-variation". */
export function normalInterval(
  value: number,
  standardError: number,
  confidence: number,
  method: IntervalMethod,
): Interval {
  return symmetricInterval(value, standardError, criticalNormal(confidence), confidence, method);
}

/** value ± t · standardError. With a standard error of 0 the method says "no-variation". */
export function studentInterval(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence: number,
  method: IntervalMethod,
): Interval {
  return symmetricInterval(value, standardError, criticalStudent(confidence, degreesOfFreedom), confidence, method);
}

function symmetricInterval(
  value: number,
  standardError: number,
  critical: number,
  confidence: number,
  method: IntervalMethod,
): Interval {
  if (standardError === 0) return { lower: value, upper: value, confidence, method: "no-variation" };
  const half = critical * standardError;
  return { lower: value - half, upper: value + half, confidence, method };
}
