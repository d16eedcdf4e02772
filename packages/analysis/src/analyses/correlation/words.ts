import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";
import { shortened } from "../words/shortened.ts";

export type CorrelationMethod = NonNullable<AnalysisOf<"correlation">["method"]>;

export const correlationTerms = {
  pair: { code: "pair", heading: { zh: "变量对", en: "Pair" } },
  coefficient: { code: "correlation", heading: { zh: "相关系数", en: "Correlation" } },
} as const satisfies Readonly<Record<string, Term>>;

/** How the coefficient is called, and how its method says what it is. */
export const coefficientNames: Readonly<Record<CorrelationMethod, Bilingual>> = {
  pearson: { zh: "Pearson r", en: "Pearson's r" },
  spearman: { zh: "Spearman ρ", en: "Spearman's ρ" },
  kendall: { zh: "Kendall τ-b", en: "Kendall's τ-b" },
  polychoric: { zh: "多格相关", en: "Polychoric correlation" },
};

const intervals: Readonly<Record<CorrelationMethod, { readonly plain: Bilingual; readonly weighted: Bilingual }>> = {
  pearson: {
    plain: { zh: "区间按 Fisher z 变换（Fisher 1921），检验为 t。", en: "Intervals by Fisher's z (1921), tests by t." },
    weighted: {
      zh: "加权计算，方差线性化，检验自由度按有效样本量。",
      en: "Weighted, with linearised variances and tests on effective sizes.",
    },
  },
  spearman: {
    plain: {
      zh: "按平均秩计算，区间线性化，并列多少都适用（Croux & Dehon 2010）。",
      en: "Of mid-ranks; intervals are linearised and hold with many ties (Croux & Dehon 2010).",
    },
    weighted: { zh: "按加权的平均秩计算，方差线性化。", en: "Of weighted mid-ranks, with linearised variances." },
  },
  kendall: {
    plain: {
      zh: "随机两人在两题上方向一致与不一致之差，扣除并列（Kendall 1970）；区间线性化。",
      en: "How much more often two people are ordered alike than oppositely, ties allowed for (Kendall 1970); intervals are linearised.",
    },
    weighted: {
      zh: "两人按权重之积计入，扣除并列，方差线性化。",
      en: "Pairs of people count with the product of their weights; variances are linearised.",
    },
  },
  polychoric: {
    plain: {
      zh: "把评分看成对潜在连续态度的分档，用两步法估计档位背后的相关（Olsson 1979），标准误计入阈值的误差。",
      en: "Ratings are taken as cuts of a continuous attitude whose correlation is estimated in two steps (Olsson 1979); errors allow for the thresholds.",
    },
    weighted: {
      zh: "把评分看成对潜在连续态度的分档，用加权的两步法估计（Olsson 1979），标准误线性化。",
      en: "Ratings are taken as cuts of a continuous attitude; weighted two-step estimate (Olsson 1979) with linearised errors.",
    },
  },
};

const rowsUsed = {
  pairwise: { zh: "每对变量用两题都回答的受访者。", en: "Each pair rests on those who answered both." },
  listwise: { zh: "只用所有变量都回答的受访者。", en: "All rest on those who answered everything." },
} as const satisfies Readonly<Record<string, Bilingual>>;

const direction: Bilingual = {
  zh: "评分题已统一为越高越满意。",
  en: "Ratings are turned so that higher is better.",
};

function sentences(...parts: readonly Bilingual[]): Bilingual {
  return { zh: parts.map(({ zh }) => zh).join(""), en: parts.map(({ en }) => en).join(" ") };
}

export const correlationWords = {
  title: { zh: "相关分析", en: "Correlations" },
  partialTitle: { zh: "偏相关分析", en: "Partial correlations" },
  method: (method: CorrelationMethod, missing: "pairwise" | "listwise", weighting: "plain" | "weighted"): Bilingual => {
    const { zh, en } = coefficientNames[method];
    const name =
      method === "polychoric"
        ? { zh: "系数为多格相关系数。", en: "The coefficient is the polychoric correlation." }
        : { zh: `系数为 ${zh}。`, en: `The coefficient is ${en}.` };
    return sentences(name, intervals[method][weighting], rowsUsed[missing], direction);
  },
  partialMethod: (controls: Bilingual, missing: "pairwise" | "listwise", weighting: "plain" | "weighted"): Bilingual =>
    sentences(
      {
        zh: `固定“${controls.zh}”后每对变量的偏相关，区间按 Fisher z 变换（Fisher 1924）。`,
        en: `Correlation of each pair with “${controls.en}” held fixed; intervals by Fisher's z (1924).`,
      },
      ...(weighting === "plain"
        ? []
        : [{ zh: "加权计算，区间用有效样本量。", en: "Weighted; intervals on effective sizes." }]),
      {
        zh: missing === "pairwise" ? "每对变量用两题及固定变量都回答的受访者。" : "只用所有变量都回答的受访者。",
        en:
          missing === "pairwise"
            ? "Each pair rests on those who answered both and what is held fixed."
            : "All rest on those who answered everything.",
      },
      direction,
    ),
  matrix: { zh: "相关矩阵", en: "Correlation matrix" },
  matrixNote: { zh: "列号对应行首的编号。", en: "Columns are numbered as the rows." },
  partialName: { zh: "偏相关系数", en: "Partial correlation" },
  strongest: { zh: "各对变量的相关（由大到小）", en: "Pairs, the largest coefficients first" },
  strongestNote: (pairs: number): Bilingual => ({
    zh: `校正后 p：${pairs} 对一起按 Holm 校正。`,
    en: `Adjusted p: Holm over all ${pairs} pairs.`,
  }),
  leftOut: (shown: number, left: number): Bilingual => ({
    zh: `表中只列绝对值最大的 ${shown} 对，另有 ${left} 对见相关矩阵。`,
    en: `The ${shown} largest by size; ${left === 1 ? "one other stands" : `the other ${left} stand`} in the matrix.`,
  }),
  pairOf: (first: LocalText, second: LocalText): Bilingual => {
    const [a, b] = [shortened(first), shortened(second)];
    return { zh: `${a.zh} × ${b.zh}`, en: `${a.en} × ${b.en}` };
  },
  clearlyStrongest: (pair: Bilingual, value: string): Bilingual => ({
    zh: `相关最强的是${pair.zh}（${value}）`,
    en: `The strongest correlation is ${pair.en} (${value})`,
  }),
  largest: (pair: Bilingual, value: string): Bilingual => ({
    zh: `系数最大的是${pair.zh}（${value}），与其他各对未必有别`,
    en: `The largest coefficient is that of ${pair.en} (${value}); others may be as large`,
  }),
  largestClear: (pair: Bilingual, value: string): Bilingual => ({
    zh: `有证据的相关中系数最大的是${pair.zh}（${value}）`,
    en: `Of the clear correlations ${pair.en} has the largest coefficient (${value})`,
  }),
  onlyPair: (pair: Bilingual, value: string): Bilingual => ({
    zh: `${pair.zh}有相关（${value}）`,
    en: `${pair.en} are correlated (${value})`,
  }),
  noClear: { zh: "没有明确的相关", en: "No clear correlation" },
  none: { zh: "无相关", en: "None" },
  notCause: {
    zh: "相关不是因果，也不区分谁影响谁；两个变量可能都受第三个因素牵动。",
    en: "A correlation is no cause and has no direction: both variables may follow a third.",
  },
  overlapping: {
    zh: "成对计算得到的矩阵有负的特征值：各对来自不同的受访者，不能用作回归或因子分析的输入，请改用 listwise。",
    en: "The pairwise matrix has a negative eigenvalue, since pairs rest on different people: do not feed it to a regression or factor analysis; use listwise.",
  },
  atBoundary: (pairs: Bilingual): Bilingual => ({
    zh: `${pairs.zh}的多格相关趋于 ±1，数据不足以估计，表中以“无法估计”标出。`,
    en: `The polychoric correlation of ${pairs.en} runs to ±1 and cannot be estimated from these answers.`,
  }),
  tooManyLevels: (name: Bilingual): Bilingual => ({
    zh: `“${name.zh}”的不同取值超过 50 个，不适合多格相关，请改用 spearman。`,
    en: `“${name.en}” takes more than 50 values, too many for a polychoric correlation. Use spearman.`,
  }),
  few: (n: number): Bilingual => ({
    zh: `有的变量对只有 ${n} 位受访者，区间很宽，不要按系数大小排名次。`,
    en: `Some pairs rest on only ${n} respondents: intervals are wide, do not rank pairs by their coefficients.`,
  }),
  noPair: {
    zh: "没有一对变量有足够的、有差异的回答可以计算相关。",
    en: "No pair of variables has enough varying answers for a correlation.",
  },
} as const;
