/** What matters most when one has to choose. */
import { bestWorstLogit } from "@manyi/statistics/max-diff/best-worst-logit";
import { bestWorstScores } from "@manyi/statistics/max-diff/best-worst-scores";
import type { BestWorstAnswers } from "@manyi/statistics/max-diff/best-worst-task";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { tooSmallBase } from "../result/base.ts";
import { isHidden } from "../result/estimate-cell.ts";
import { cannot, caution, chartPart, computed, reading, tablePart, tooFewAnswers } from "../result/outcomes.ts";
import { bilingual, listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { answeredTasks } from "./answered-tasks.ts";
import { type LabelledScores, scoresChart, scoresTable, sharesTable, shownByScore } from "./max-diff-tables.ts";
import { maxDiffWords as words } from "./words.ts";

export function maxDiffAnalysis(context: AnalysisContext, analysis: AnalysisOf<"max-diff">): FamilyAnswer {
  const { title, method } = words;
  const { answers, contradictory, respondents, sawItem } = answeredTasks(context, analysis);
  const tooSmall = tooSmallBase(context, respondents);
  if (tooSmall !== null) return { title, method, outcome: tooSmall };
  const { confidence } = context.plan;
  const labels = analysis.items.map(({ code, label }) => label ?? { zh: code, en: code });
  const scores = bestWorstScores(answers, confidence);
  if (scores.kind === "too-few-answers") return { title, method, outcome: tooFewAnswers(scores.n, scores.required) };
  if (scores.kind === "never-shown") {
    const unseen = scores.items.map((code) => labels[answers.items.indexOf(code)]);
    return { title, method, outcome: cannot("unsuitable", words.neverShown(listed(unseen))) };
  }
  const of = { result: scores, labels, hidden: sawItem.map((n) => isHidden(n, context.plan.minimumGroup)) };
  const chart = scoresChart(of);
  const outcome = computed(
    chart === null ? null : chartPart(chart),
    tablePart(scoresTable(context, of)),
    leadRead(of),
    // Utilities and shares add up: one that is hidden would follow from the others.
    of.hidden.includes(true) ? null : logitPart(answers, of, confidence),
    contradictoryCaution(context, contradictory),
    caution(words.relative),
    clusterCaution(context),
  );
  return { title, method, outcome };
}

function logitPart(answers: BestWorstAnswers, of: LabelledScores, confidence: number): AnalysisPart {
  const logit = bestWorstLogit(answers, confidence);
  if (logit.kind === "estimated") return tablePart(sharesTable(logit, of));
  return caution(logit.kind === "too-few-answers" ? words.tooFewForLogit(logit.required) : words.separated);
}

/** Items that the first cannot be told from; null where its interval stands alone. */
function leadRead(of: LabelledScores): AnalysisPart | null {
  const { result, labels } = of;
  const [first, ...others] = shownByScore(of);
  if (first === undefined) return null;
  const { lower } = result.scores[first].interval;
  const close = others.filter((item) => result.scores[item].interval.upper >= lower);
  if (close.length === 0) return null;
  return reading(words.ahead(bilingual(labels[first]), listed(close.map((item) => labels[item]))));
}

function contradictoryCaution({ plan }: AnalysisContext, screens: number): AnalysisPart | null {
  if (screens === 0) return null;
  const { minimumGroup } = plan;
  return caution(
    words.contradictory(isHidden(screens, minimumGroup) ? words.fewer(minimumGroup) : words.some(screens)),
  );
}
