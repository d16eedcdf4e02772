/** The weightings that are set side by side: the study's own kinds, and judgements in pairs. */
import type { WeightsResult } from "@manyi/statistics/index/weights/index-weights";
import { indexWeightings } from "@manyi/study/definition/index-weightings";
import { completeCases } from "../../explain/complete-cases.ts";
import { driverMoments, itemWeights, outcomeOf } from "../../index/item-weights.ts";
import { answersOf, tallyOfItem } from "../../measure/tallies.ts";
import type { Run } from "../../plan/run.ts";
import type { IndexWeighting } from "../../results/items.ts";
import { isHidden } from "../result/estimate-cell.ts";
import type { Bilingual } from "../words/bilingual.ts";
import { type LackingReason, weightingName } from "./words.ts";

export interface Weighting {
  readonly code: string;
  readonly name: Bilingual;
  /** One an item of the index; they add up to 1. */
  readonly weights: readonly number[];
  /** Places of items whose importance came out negative. */
  readonly dropped: readonly number[];
  /** Respondents that the weights rest on; null where they rest on nobody's answers. */
  readonly n: number | null;
  /** Whether they come from how answers go together. */
  readonly origin: "given" | "derived";
}

export interface LackingWeighting {
  readonly name: Bilingual;
  readonly reason: LackingReason;
}

/** @param wanted those that were asked for by name; undefined: all that can be had, silently */
export function weightingsOf(
  run: Run,
  wanted: readonly IndexWeighting[] | undefined,
): { readonly found: readonly Weighting[]; readonly lacking: readonly LackingWeighting[] } {
  const found: Weighting[] = [];
  const lacking: LackingWeighting[] = [];
  for (const weighting of wanted ?? indexWeightings) {
    const name = weightingName(weighting);
    const result = itemWeights(run, weighting);
    const n = baseOf(run, weighting);
    const reason = reasonAgainst(result, n, run.plan.minimumGroup);
    if (result.kind === "weights" && reason === null)
      found.push({
        code: weighting,
        name,
        weights: result.weights,
        dropped: result.dropped,
        n,
        origin: origins[weighting],
      });
    else if (wanted !== undefined && reason !== null) lacking.push({ name, reason });
  }
  return { found, lacking };
}

const origins: Readonly<Record<IndexWeighting, Weighting["origin"]>> = {
  equal: "given",
  entered: "given",
  stated: "given",
  correlation: "derived",
  regression: "derived",
  lmg: "derived",
  johnson: "derived",
  entropy: "given",
};

function reasonAgainst(result: WeightsResult, n: number | null, minimum: number): LackingReason | null {
  if (n !== null && isHidden(n, minimum)) return "suppressed";
  return result.kind === "weights" ? null : result.reason;
}

/** Respondents whose answers the weights come from: the fewest of any item. */
function baseOf(run: Run, weighting: IndexWeighting): number | null {
  const { index } = run.plan;
  const outcome = outcomeOf(run);
  switch (weighting) {
    case "equal":
    case "entered":
      return null;
    case "stated": {
      const asked = index.flatMap(({ importance }) => importance ?? []);
      return asked.length === 0 ? null : Math.min(...asked.map((item) => answersOf(tallyOfItem(run, item))));
    }
    case "entropy": {
      const items = index.map(({ item }) => item);
      const [first] = completeCases(run, outcome === null ? items : [...items, outcome], null).columns;
      return first.length;
    }
    default:
      return outcome === null ? null : driverMoments(run, outcome).n;
  }
}
