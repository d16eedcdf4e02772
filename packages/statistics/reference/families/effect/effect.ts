/** Before and after, differences in differences, and a series that stands in the file; options say who had the measure and when. */

import type { ChangeQuestion } from "../../../src/effect/change-verdict.ts";
import { type InterruptedSeries, interruptedSeries, type SeriesTerm } from "../../../src/effect/interrupted-series.ts";
import { estimated } from "../../../test-support/variants.ts";
import type { Family } from "../../family.ts";
import { confidenceOf, numberOption, numbersAt, treeAt } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { changesInSurvey } from "./changes.ts";

export const effect: Family = {
  compute: (file) => ({ ...changesInSurvey(file, questionOf(file)), ...seriesOf(file) }),
};

function questionOf(file: ReferenceFile): ChangeQuestion {
  const relevantChange = numberOption(file, "relevant_change", 0);
  return { confidence: confidenceOf(file), relevantChange, direction: "higher-is-better" };
}

/** Each key that begins with "series" holds one, and what was fitted to it. */
function seriesOf(file: ReferenceFile): ReferenceTree {
  const keys = Object.keys(file.values).filter((key) => key.startsWith("series"));
  return Object.fromEntries(keys.map((key) => [key, seriesValues(file, treeAt(file.values, key))]));
}

function seriesValues(file: ReferenceFile, asked: ReferenceTree): ReferenceTree {
  const times = numbersAt(asked, "times");
  const series = numbersAt(asked, "series");
  const n = numbersAt(asked, "n");
  const interruption = Number(asked.interruption);
  const fitted = (weights: readonly number[] | null, name: string) => {
    if (!(name in asked)) return {};
    const lag = Number(treeAt(asked, name).lag);
    const points = { times, values: series, precisions: weights };
    return termsOf(estimated(interruptedSeries(points, interruption, questionOf(file), lag)));
  };
  return {
    times,
    series,
    n,
    interruption,
    equal: fitted(null, "equal"),
    weighted: fitted(n, "weighted"),
    lag0: fitted(null, "lag0"),
  };
}

function termsOf(fit: InterruptedSeries): ReferenceTree {
  const termOf = ({ value, standardError, statistic, degreesOfFreedom, pValue, interval }: SeriesTerm) => ({
    value,
    se: standardError,
    df: degreesOfFreedom,
    t: statistic,
    p: pValue,
    ci: [interval.lower, interval.upper],
  });
  const { levelBefore, slopeBefore, levelChange, slopeChange, effectAtEnd } = fit;
  return {
    lag: fit.lag,
    level_before: termOf(levelBefore),
    slope_before: termOf(slopeBefore),
    level_change: { ...termOf(levelChange), verdict: levelChange.verdict },
    slope_change: termOf(slopeChange),
    effect_at_end: { ...termOf(effectAtEnd), verdict: effectAtEnd.verdict },
    autocorrelation: fit.autocorrelation,
    working_autocorrelation: fit.workingAutocorrelation,
  };
}
