import { Type } from "typebox";

/** How p-values of many tests are corrected; each analysis says of which. */
export function correctionOf(description: string) {
  return Type.Optional(
    Type.Enum(["holm", "bonferroni", "benjamini-hochberg"], {
      description: `${description} Default holm; benjamini-hochberg holds the share of false alarms among the findings.`,
    }),
  );
}
