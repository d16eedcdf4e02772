import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { Term } from "../result/cells.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";
import { shortened } from "../words/shortened.ts";

export type AgreementMeasure = NonNullable<AnalysisOf<"agreement">["measure"]>;

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const agreementTerms = {
  raters: term("raters", "评定者", "Raters"),
  category: term("category", "类别", "Category"),
  kappa: term("kappa", "κ", "κ"),
  percent: term("percent-agreement", "一致率", "Agreement"),
} as const;

const alphas: Readonly<Record<AgreementMeasure, Bilingual>> = {
  unweighted: { zh: "Krippendorff α（名义）", en: "Krippendorff's α (nominal)" },
  linear: { zh: "Krippendorff α（次序）", en: "Krippendorff's α (ordinal)" },
  quadratic: { zh: "Krippendorff α（等距）", en: "Krippendorff's α (interval)" },
};

const kappas: Readonly<Record<AgreementMeasure, Bilingual>> = {
  unweighted: { zh: "Cohen κ", en: "Cohen's κ" },
  linear: { zh: "Cohen κ（线性加权）", en: "Cohen's κ (linear weights)" },
  quadratic: { zh: "Cohen κ（平方加权）", en: "Cohen's κ (quadratic weights)" },
};

export const agreementRows = {
  percent: { zh: "一致率", en: "Per cent agreement" },
  cohen: (measure: AgreementMeasure): Bilingual => kappas[measure],
  fleiss: { zh: "Fleiss κ", en: "Fleiss' κ" },
  alpha: (measure: AgreementMeasure): Bilingual => alphas[measure],
  singleAgreement: { zh: "ICC(2,1)：一位评定者，绝对一致", en: "ICC(2,1): one rater, absolute agreement" },
  singleConsistency: { zh: "ICC(3,1)：一位评定者，相对一致", en: "ICC(3,1): one rater, consistency" },
  averageAgreement: { zh: "ICC(2,k)：各评定者均值，绝对一致", en: "ICC(2,k): mean of the raters, absolute agreement" },
  averageConsistency: { zh: "ICC(3,k)：各评定者均值，相对一致", en: "ICC(3,k): mean of the raters, consistency" },
  chosen: { zh: "合计", en: "All" },
} as const;

const near: Readonly<Record<AgreementMeasure, Bilingual>> = {
  unweighted: { zh: "只有相同才算一致。", en: "Only the same answer counts as agreement." },
  linear: {
    zh: "相差一档扣一份（线性权重，Cicchetti & Allison 1971）。",
    en: "Each step apart costs the same (linear weights; Cicchetti & Allison 1971).",
  },
  quadratic: {
    zh: "相差越远扣得越多（平方权重，Fleiss & Cohen 1973）。",
    en: "Far steps cost more (quadratic weights; Fleiss & Cohen 1973).",
  },
};

/** Of several raters: κ knows the same or not, α how far apart. */
const apart: Readonly<Record<AgreementMeasure, Bilingual>> = {
  unweighted: near.unweighted,
  linear: {
    zh: "κ 只有相同才算一致；α 按次序计算，相差越多扣得越多。",
    en: "For κ only the same answer counts as agreement; α goes by how far apart two answers stand in the order.",
  },
  quadratic: {
    zh: "κ 只有相同才算一致；α 按差的平方扣分，相差越远扣得越多。",
    en: "For κ only the same answer counts as agreement; α goes by squared distances, so far steps cost more.",
  },
};

export const agreementWords = {
  title: { zh: "评定者一致性", en: "Agreement of raters" },
  method: (raters: number, measure: AgreementMeasure): Bilingual => ({
    zh: `${raters} 位评定者对同一批对象的判断是否一致。${raters === 2 ? "Cohen κ（1960、1968）" : "Fleiss κ（1971，只用人人都评的对象）"}与 Krippendorff α（2011）扣除偶然一致；评分题另给组内相关 ICC（Shrout & Fleiss 1979）。${(raters === 2 ? near : apart)[measure].zh}`,
    en: `Whether ${raters} raters judge the same cases alike. ${raters === 2 ? "Cohen's κ (1960, 1968)" : "Fleiss' κ (1971; cases that everybody rated)"} and Krippendorff's α (2011) take off what chance would give; of ratings also intraclass correlations (Shrout & Fleiss 1979). ${(raters === 2 ? near : apart)[measure].en}`,
  }),
  table: { zh: "一致性系数", en: "Coefficients of agreement" },
  tableNote: {
    zh: "n 为参与计算的对象数：κ 与 ICC 用人人都评的对象，一致率与 α 用至少两人评的对象。0 表示与偶然相同，1 表示完全一致。",
    en: "n counts the cases: κ and ICC take those that everybody rated, agreement and α those with two ratings or more. 0 is chance, 1 complete agreement.",
  },
  pairs: { zh: "两两之间", en: "Pairs of raters" },
  pairsNote: { zh: "由低到高排列。", en: "Lowest first." },
  leftOut: (shown: number, left: number): Bilingual => ({
    zh: `只列 κ 最低的 ${shown} 对，另有 ${left} 对未列出。`,
    en: `The ${shown} pairs with the lowest κ; ${left} more ${left === 1 ? "is" : "are"} left out.`,
  }),
  pairOf: (first: LocalText, second: LocalText): Bilingual => {
    const [a, b] = [shortened(first), shortened(second)];
    return { zh: `“${a.zh}”与“${b.zh}”`, en: `${a.en} and ${b.en}` };
  },
  confusion: (rows: LocalText, columns: LocalText): Bilingual => ({
    zh: `判断对照（行：${bilingual(rows).zh}；列：${bilingual(columns).zh}）`,
    en: `Judgements (rows: ${bilingual(rows).en}; columns: ${bilingual(columns).en})`,
  }),
  confusionNote: { zh: "未加权的对象数；对角线为一致。", en: "Cases, unweighted; the diagonal is agreement." },
  byCategory: { zh: "各类别的 κ", en: "κ of each category" },
  byCategoryNote: {
    zh: "该类别与其余类别相比。κ 低的类别定义不清，应先改写评定说明。",
    en: "Each against all others. A low κ: the category is unclear, mend its instructions first.",
  },
  reading: (name: Bilingual, percent: string, value: string): Bilingual => ({
    zh: `评定者两两之间有 ${percent} 判断相同；扣除偶然一致后 ${name.zh} = ${value}。`,
    en: `Raters agree in ${percent} of the pairs of judgements; less what chance would give, ${name.en} = ${value}.`,
  }),
  convention: {
    zh: "“0.61 以上为较高”一类的档次（Landis & Koch 1977）只是约定，不是结论：κ 随类别多少与分布而变，请看区间，并与同类评定比较。",
    en: "Bands such as “above 0.61 substantial” (Landis & Koch 1977) are a convention and no verdict: κ depends on the number of categories and how often they occur. Look at the interval, and compare with like judgements.",
  },
  prevalence: {
    zh: "多数判断落在同一类别，仅凭偶然就会大量一致，此时 κ 可能很低而一致率很高，两者请一并阅读。",
    en: "Most judgements fall into one category, so chance alone gives much agreement: κ may be low with a high share of agreement. Read both.",
  },
  agreementNotTruth: {
    zh: "一致不等于正确：评定者可能犯同样的错。",
    en: "Agreement is not truth: raters may err alike.",
  },
  unweightedIcc: {
    zh: "ICC 没有加权形式，每个对象计一次。",
    en: "The intraclass correlations have no weighted form and count every case once.",
  },
  sameRating: {
    zh: "所有判断都是同一类别，分不清是一致还是习惯。",
    en: "All judgements are the same: agreement cannot be told from habit.",
  },
} as const;
