import { netPromoterScore } from "@manyi/statistics/scores/net-promoter-score";
import { shareEstimateFromSums } from "@manyi/statistics/scores/share";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { type ComputedIndex, indexEstimate, indexFigureOf, indexSubject } from "../index/index-results.ts";
import { boxFigure, figure, indexFigure, meanFigure, npsFigure, plain } from "../measure/rating-figures.ts";
import { tallyOfItem } from "../measure/tallies.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Figure } from "../results/figure.ts";
import type { Counted, KeyFigure, KeyFigureId } from "../results/key-figures.ts";
import { clusteredFigure } from "./clustered-figure.ts";
import { keyFigureLabel } from "./labels.ts";
import { satisfiedCustomerRate, satisfiedRatingSums } from "./satisfied-shares.ts";
import { gradeOfIndex, targetVerdict } from "./verdicts.ts";

/** The figures a board asks for first. Each measure stands by itself: index, satisfied customers and satisfied
 *  ratings are three different things, and the recommendation is a fourth. */
export function keyFigures(run: Run, index: ComputedIndex | null): readonly KeyFigure[] {
  const { overall, nps, ces, repurchase, recommendation } = run.plan.measures;
  return [
    ...(index === null ? [] : indexKeyFigures(run, index)),
    ...(overall === null ? [] : overallKeyFigures(run, overall)),
    ...(nps === null ? [] : [npsKeyFigure(run, nps)]),
    ...(ces === null ? [] : [boxKeyFigure(run, "ces", ces)]),
    ...(repurchase === null ? [] : [boxKeyFigure(run, "repurchase", repurchase)]),
    ...(recommendation === null ? [] : [boxKeyFigure(run, "recommendation", recommendation)]),
  ];
}

function indexKeyFigures(run: Run, index: ComputedIndex): readonly KeyFigure[] {
  const csi = indexFigureOf(run, indexEstimate(run, index.moments, index.weights), []);
  const share = (measure: "satisfied-customer-rate" | "satisfied-rating-share", result: Figure["result"]): Figure =>
    figure(run, { measure, subject: indexSubject, unit: "share", conversion: null, filter: [] }, result);
  const customers = share(
    "satisfied-customer-rate",
    plain(satisfiedCustomerRate(run, index.respondents, index.columns.weights)),
  );
  const ratings = share(
    "satisfied-rating-share",
    plain(shareEstimateFromSums(satisfiedRatingSums(run), run.plan.confidence)),
  );
  return [
    { ...keyFigure(run, "csi", csi, [index.result.respondents.mean], null), grade: gradeOfIndex(run.plan, csi.result) },
    keyFigure(run, "satisfied-customer-rate", customers, [], { kind: "threshold", from: run.plan.satisfiedFrom }),
    keyFigure(run, "satisfied-rating-share", ratings, [], countedByAll(run)),
  ];
}

function overallKeyFigures(run: Run, overall: RatedItem): readonly KeyFigure[] {
  const tally = tallyOfItem(run, overall);
  const index = indexFigure(run, overall, tally);
  return [
    keyFigure(
      run,
      "overall-index",
      index,
      [meanFigure(run, overall, tally), ...clusteredFigure(run, overall, index)],
      null,
    ),
    boxKeyFigure(run, "csat", overall),
  ];
}

function npsKeyFigure(run: Run, item: RatedItem): KeyFigure {
  const tally = tallyOfItem(run, item);
  const score = npsFigure(run, item, tally);
  return keyFigure(
    run,
    "nps",
    score,
    [meanFigure(run, item, tally), ...clusteredFigure(run, item, score)],
    promoters(run, tally),
  );
}

function promoters(run: Run, tally: RatingTally): Counted | null {
  const score = netPromoterScore(tally, run.plan.confidence);
  const isShown = score.kind === "estimated" && score.n >= run.plan.minimumGroup;
  return isShown ? { kind: "promoters", ...score.shares } : null;
}

function boxKeyFigure(run: Run, id: KeyFigureId, item: RatedItem): KeyFigure {
  const tally = tallyOfItem(run, item);
  const share = boxFigure(run, item, tally, id === "csat" || id === "ces" ? "top-share" : "intention-share");
  const companions = [
    meanFigure(run, item, tally),
    boxFigure(run, item, tally, "bottom-share"),
    ...clusteredFigure(run, item, share),
  ];
  return keyFigure(run, id, share, companions, countedAnswers(item));
}

/** Null where the items count answers of different names. */
function countedByAll(run: Run): Counted | null {
  const [first, ...others] = run.plan.index.map(({ item }) => countedAnswers(item));
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : null;
}

function countedAnswers(item: RatedItem): Counted {
  return {
    kind: "answers",
    labels: item.answers.filter((answer) => item.top.has(answer.value)).map((answer) => answer.label),
  };
}

function keyFigure(
  run: Run,
  id: KeyFigureId,
  shown: Figure,
  companions: readonly Figure[],
  counted: Counted | null,
): KeyFigure {
  return {
    id,
    label: keyFigureLabel(id),
    figure: shown,
    companions,
    grade: null,
    target: targetVerdict(run.plan, id, shown.result),
    counted,
  };
}
