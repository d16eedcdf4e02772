import type { ExpectedValue, FailureCode, FailureDetails } from "../operator-failure.ts";

/** What the server says to whoever runs it when something is not as it must be: what, where, what to do. */
export interface FailureMessages {
  readonly failures: { readonly [Code in FailureCode]: (details: FailureDetails[Code]) => string };
  readonly expected: {
    readonly [Kind in ExpectedValue["kind"]]: (expected: Extract<ExpectedValue, { kind: Kind }>) => string;
  };
  readonly wrongSetting: (name: string, value: string, expected: string) => string;
  readonly secretSetting: (name: string, expected: string) => string;
}
