import { type EwmaSettings, ewmaChart } from "../../../src/trend/ewma-chart.ts";
import { laneyChart, proportionChart } from "../../../src/trend/p-chart.ts";
import { type XmrConstants, xmrChart } from "../../../src/trend/xmr-chart.ts";
import { estimated } from "../../../test-support/variants.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import type { ChartConstants } from "./chart-constants.ts";

interface UnitAnswers {
  readonly levels: readonly string[];
  readonly answers: readonly Float64Array[];
}

export function shareCharts(
  { levels, answers }: UnitAnswers,
  boxes: number,
  { width, ewma }: ChartConstants,
): { readonly plain: ReferenceTree; readonly laney: ReferenceTree } {
  const k = answers.map((each) => each.filter((value) => value <= boxes).length);
  const n = answers.map(({ length }) => length);
  const chart = estimated(proportionChart(k, n, width));
  const wide = estimated(laneyChart(k, n, width, ewma.divisor));
  // The other programs cut the lower limit at 0 and leave an upper one above 1.
  const limitsOf = ({ centre, reaches, limits }: Pick<typeof chart, "centre" | "reaches" | "limits">) => ({
    ucl: Array.from(reaches, (reach) => centre + reach),
    lcl: limits.map(({ lower }) => lower),
  });
  const out = k.map((_, place) => chart.out.includes(place));
  return {
    plain: { stores: levels, units: levels, k, n, pbar: chart.centre, ...limitsOf(chart), out },
    laney: { sigma_z: wide.sigmaZ, ...limitsOf(wide), out: k.map((_, place) => wide.out.includes(place)) },
  };
}

export function meanChart(means: readonly number[], constants: XmrConstants): ReferenceTree {
  const { mean, meanMovingRange, limits, movingRangeLimit } = estimated(xmrChart(means, constants));
  return {
    x: means,
    mean,
    mr_bar: meanMovingRange,
    unpl: limits.upper,
    lnpl: limits.lower,
    ucl_mr: movingRangeLimit,
  };
}

export function averageChart(means: readonly number[], settings: EwmaSettings): ReferenceTree {
  const { averages, limits } = estimated(ewmaChart(means, settings));
  return { z: [...averages], ucl: limits.map(({ upper }) => upper), lcl: limits.map(({ lower }) => lower) };
}
