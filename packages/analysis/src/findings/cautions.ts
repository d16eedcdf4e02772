import { wilsonInterval } from "@manyi/statistics/scores/wilson";
import { fixed } from "../format/number.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { Finding } from "../results/finding.ts";
import type { ItemResult } from "../results/items.ts";
import type { StudyResults, WeightingResults } from "../results/study-results.ts";
import type { Language } from "../results/text-in.ts";
import { finding } from "./finding.ts";
import type { FindingCode, FindingDetails } from "./finding-details.ts";
import { names, percent } from "./wording.ts";

/** Respondents below which a share is too uncertain to be read without a warning. */
const fewRespondents = 100;
/** Share without a rating from which an item is named. */
const manyWithoutRating = 0.2;
const costlyDesignEffect = 1.25;
const fewCompleteCases = 0.7;

/** What the reader must know before using the numbers. */
export function cautions(results: Omit<StudyResults, "findings">, shown: WeightingResults): readonly Finding[] {
  return [
    ...(results.data.invited === null ? [caution("caution-response-rate", () => ({}))] : []),
    ...fewCaution(results),
    ...completeCasesCaution(results, shown),
    ...noRatingCaution(shown),
    ...designEffectCaution(shown),
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

function replacedWeightsCaution({ index }: WeightingResults): readonly Finding[] {
  if (index === null || index.method === index.wanted) return [];
  const words = { zh: zh.indexWeightings[index.wanted], en: en.indexWeightings[index.wanted] };
  return [caution("caution-weights-replaced", (language) => ({ wanted: words[language] }))];
}
