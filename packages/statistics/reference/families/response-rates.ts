import { type Rate, responseRates } from "../../src/response-rates/response-rates.ts";
import type { Family } from "../family.ts";
import { numbersAt, treeAt } from "../options.ts";
import type { ReferenceTree, ReferenceValue } from "../reference-value.ts";

/** The cases stand in the file as `dispositions`, by AAPOR's letters; `options.e` is an eligibility from elsewhere. */
export const responseRatesFamily: Family = {
  compute: ({ values, options }) => {
    const dispositions = treeAt(values, "dispositions");
    const cases = (letters: string) => (letters in dispositions ? numberAt(dispositions, letters) : 0);
    const given = typeof options.e === "number" ? options.e : null;
    const { eligibility, rates } = responseRates(
      {
        complete: cases("I"),
        partial: cases("P"),
        refused: cases("R"),
        notContacted: cases("NC"),
        other: cases("O"),
        unknownHousehold: cases("UH"),
        unknownOther: cases("UO"),
        notEligible: cases("NE"),
      },
      given,
    );
    const named = Object.entries(rates).map(([name, rate]) => [name, numberOf(rate)] as const);
    return { dispositions, rates: { e: numberOf(eligibility), ...Object.fromEntries(named) } };
  },
};

function numberOf(rate: Rate): ReferenceValue {
  return rate.kind === "rate" ? rate.value : null;
}

function numberAt(tree: ReferenceTree, key: string): number {
  return numbersAt({ [key]: [tree[key]] }, key)[0];
}
