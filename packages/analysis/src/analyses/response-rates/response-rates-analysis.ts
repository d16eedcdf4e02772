/** What became of those who were asked, and whether those who answered are like them. */
import { type Rate, type RateName, responseRates } from "@manyi/statistics/response-rates/response-rates";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { dispositionNames } from "@manyi/study/definition/analyses/response-rates";
import { fixed } from "../../format/number.ts";
import type { AnalysisOutcome, AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { label, nameColumn, none, number, numberColumn, row, totalRow } from "../result/cells.ts";
import { cannot, caution, computed, reading, tablePart } from "../result/outcomes.ts";
import { frameParts } from "./frame-table.ts";
import { type CasesByOutcome, dispositionsOf, readDispositions } from "./read-dispositions.ts";
import { dispositionWords, rateTerms as own, rateWords, responseWords as words } from "./words.ts";

export function responseRatesAnalysis(context: AnalysisContext, analysis: AnalysisOf<"response-rates">): FamilyAnswer {
  const { title, method } = words;
  return { title, method, outcome: outcomeOf(context, analysis) };
}

function outcomeOf(context: AnalysisContext, analysis: AnalysisOf<"response-rates">): AnalysisOutcome {
  const cases = readDispositions(context, analysis);
  if (dispositionNames.every((name) => cases[name] === 0)) return cannot("too-few-answers", words.noCases);
  const { eligibility, rates } = responseRates(dispositionsOf(cases), analysis.eligibility ?? null);
  const least = rates.RR1.kind === "rate" ? rates.RR1.value : null;
  const isOnlyInvited = analysis.dispositions === undefined && analysis.outcomes === undefined;
  const given = analysis.eligibility === undefined ? "derived" : "given";
  return computed(
    tablePart(casesTable(cases)),
    tablePart(ratesTable(rates)),
    eligibility.kind === "rate" ? reading(words.unknownShare(percent(eligibility.value), given)) : null,
    least === null ? null : reading(words.main(percent(least))),
    isOnlyInvited ? caution(words.designOnly) : null,
    least !== null && least < 0.5 ? caution(words.low) : null,
    ...(analysis.frame === undefined ? [caution(words.noFrame)] : frameParts(context, analysis.frame)),
  );
}

function casesTable(cases: CasesByOutcome): Extract<AnalysisPart, { kind: "table" }>["table"] {
  return {
    caption: words.outcomes,
    n: null,
    columns: [nameColumn(own.outcome), numberColumn(own.cases)],
    rows: [
      ...dispositionNames.map((name) => row(label(dispositionWords[name]), number(cases[name], "count"))),
      totalRow(
        label(words.total),
        number(
          dispositionNames.reduce((sum, name) => sum + cases[name], 0),
          "count",
        ),
      ),
    ],
    notes: [],
  };
}

function ratesTable(rates: Readonly<Record<RateName, Rate>>): Extract<AnalysisPart, { kind: "table" }>["table"] {
  return {
    caption: words.rates,
    n: null,
    columns: [nameColumn(own.rate), ...[own.value, own.numerator, own.denominator].map(numberColumn)],
    rows: (Object.keys(rateWords) as RateName[]).map((name) => {
      const rate = rates[name];
      if (rate.kind !== "rate") return row(label(rateWords[name]), none(), none(), none());
      return row(
        label(rateWords[name]),
        number(rate.value, "share"),
        number(rate.numerator, casesFormat(rate.numerator)),
        number(rate.denominator, casesFormat(rate.denominator)),
      );
    }),
    notes: [],
  };
}

/** Unknown cases of which a share counts are no whole number. */
function casesFormat(cases: number): "count" | "weighted-count" {
  return Number.isInteger(cases) ? "count" : "weighted-count";
}

function percent(share: number): string {
  return `${fixed(100 * share, 1)}%`;
}
