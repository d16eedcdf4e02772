import { wilsonInterval } from "@manyi/statistics/scores/wilson";
import { fixed } from "../format/number.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { Finding } from "../results/finding.ts";
import type { ItemResult, Reliability } from "../results/items.ts";
import type { StudyResults, WeightingResults } from "../results/study-results.ts";
import type { Language } from "../results/text-in.ts";
import { finding } from "./finding.ts";
import type { FindingCode, FindingDetails } from "./finding-details.ts";
import { name, names, percent } from "./wording.ts";

/** Respondents below which a share is too uncertain to be read without a warning. */
const fewRespondents = 100;
/** Share without a rating from which an item is named. */
const manyWithoutRating = 0.2;
const costlyDesignEffect = 1.25;
const fewCompleteCases = 0.7;
/** α from which items may be read as one figure. Nunnally 1978. */
const reliableFrom = 0.7;

/** What the reader must know before using the numbers. */
export function cautions(results: Omit<StudyResults, "findings">, shown: WeightingResults): readonly Finding[] {
  return [
    ...responseCaution(results),
    ...fewCaution(results),
    ...completeCasesCaution(results, shown),
    ...noRatingCaution(shown),
    ...designEffectCaution(shown),
    ...reliabilityCaution(shown),
    ...rewordedCaution(shown),
    ...(results.data.setAside > 0
      ? [caution("caution-set-aside", () => ({ answers: fixed(results.data.setAside, 0) }))]
      : []),
    ...replacedWeightsCaution(shown),
  ];
}

function caution<C extends FindingCode>(
  code: C,
  details: (language: Language) => Readonly<FindingDetails[C]>,
): Finding {
  return finding(code, { kind: "caution", tone: "neutral", evidence: { section: "method", subject: null } }, details);
}

/** Shares are shares of those who answered: the reader is told how many these are of all, or that nobody knows. */
function responseCaution({ data: { invited, respondents } }: Omit<StudyResults, "findings">): readonly Finding[] {
  if (invited === null) return [caution("caution-response-rate", () => ({}))];
  if (respondents === 0 || respondents >= invited) return [];
  const rate = percent(respondents / invited, invited);
  return [caution("caution-nonresponse", () => ({ rate, invited: fixed(invited, 0) }))];
}

function fewCaution({ data, confidence }: Omit<StudyResults, "findings">): readonly Finding[] {
  const n = data.respondents;
  if (n === 0 || n >= fewRespondents) return [];
  const { lower, upper } = wilsonInterval(0.5, n, confidence);
  return [caution("caution-few", () => ({ n: fixed(n, 0), half: percent((upper - lower) / 2, n) }))];
}

function completeCasesCaution(
  { data }: Omit<StudyResults, "findings">,
  { drivers }: WeightingResults,
): readonly Finding[] {
  if (drivers.kind !== "estimated" || drivers.n >= fewCompleteCases * data.respondents) return [];
  const share = percent(drivers.n / data.respondents, data.respondents);
  return [caution("caution-complete-cases", () => ({ n: fixed(drivers.n, 0), share }))];
}

function noRatingCaution({ items }: WeightingResults): readonly Finding[] {
  const many = items.filter((item) => shareWithoutRating(item) >= manyWithoutRating);
  if (many.length === 0) return [];
  return [
    caution("caution-no-rating", (language) => ({
      items: names(
        many.map((item) => item.label),
        language,
      ),
    })),
  ];
}

/** Of those who were shown the question. */
function shareWithoutRating({ noRating, distribution }: ItemResult): number {
  const { skipped, notApplicable, dontKnow, refused, setAside } = noRating;
  const without = skipped + notApplicable + dontKnow + refused + setAside;
  const shown = without + distribution.reduce((sum, cell) => sum + cell.count, 0);
  return shown === 0 ? 0 : without / shown;
}

function designEffectCaution({ weighting }: WeightingResults): readonly Finding[] {
  if (weighting.column === null || weighting.designEffect < costlyDesignEffect) return [];
  const { respondents, effectiveN, designEffect } = weighting;
  return [
    caution("caution-design-effect", () => ({
      effect: fixed(designEffect, 2),
      n: fixed(respondents, 0),
      effectiveN: fixed(effectiveN, 0),
    })),
  ];
}

function reliabilityCaution({ dimensions, index }: WeightingResults): readonly Finding[] {
  const isUnreliable = (reliability: Reliability) =>
    reliability.kind === "estimated" && reliability.alpha < reliableFrom;
  const labels = dimensions.filter(({ reliability }) => isUnreliable(reliability)).map(({ label }) => label);
  const whole = { zh: zh.keyFigures.csi, en: en.keyFigures.csi };
  const parts = index !== null && isUnreliable(index.reliability) ? [whole, ...labels] : labels;
  return parts.length === 0 ? [] : [caution("caution-unreliable", (language) => ({ parts: names(parts, language) }))];
}

function rewordedCaution({ waves }: WeightingResults): readonly Finding[] {
  if (waves === null || waves.reworded.length === 0) return [];
  const [from, to] = waves.waves.slice(-2);
  return [
    caution("caution-reworded", (language) => ({
      items: names(
        waves.reworded.map(({ label }) => label),
        language,
      ),
      from: name(from.label, language),
      to: name(to.label, language),
    })),
  ];
}

function replacedWeightsCaution({ index }: WeightingResults): readonly Finding[] {
  if (index === null || index.method === index.wanted) return [];
  const words = { zh: zh.indexWeightings[index.wanted], en: en.indexWeightings[index.wanted] };
  return [caution("caution-weights-replaced", (language) => ({ wanted: words[language] }))];
}
