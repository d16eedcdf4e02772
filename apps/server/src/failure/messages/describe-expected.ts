import type { ExpectedValue } from "../operator-failure.ts";
import type { FailureMessages } from "./messages.ts";

type OfKind<Kind extends ExpectedValue["kind"]> = Extract<ExpectedValue, { kind: Kind }>;

export function describeExpected<Kind extends ExpectedValue["kind"]>(
  messages: FailureMessages,
  expected: OfKind<Kind>,
): string {
  const text: (expected: OfKind<Kind>) => string = messages.expected[expected.kind];
  return text(expected);
}
