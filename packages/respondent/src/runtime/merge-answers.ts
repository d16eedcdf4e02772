import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";

/** Answers that were changed in two places: what this place changed since both were one stays as it is here, everything else is
 *  as it is there.
 *  @param base what both had */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Answers {
  const merged: [string, unknown][] = [];
  const codes = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  for (const code of Array.from(codes)) {
    const changedHere = !same(at(base, code), at(mine, code));
    const value = changedHere ? at(mine, code) : at(theirs, code);
    if (value !== undefined) merged.push([code, value]);
  }
  return Object.fromEntries(merged);
}

export function sameAnswers(a: Answers, b: Answers): boolean {
  const codes = Object.keys(a);
  return codes.length === Object.keys(b).length && codes.every((code) => same(a[code], at(b, code)));
}

function at(answers: Answers, code: string): unknown {
  return Object.hasOwn(answers, code) ? answers[code] : undefined;
}

/** By what they say, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b);
}

function ordered(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
  });
}
