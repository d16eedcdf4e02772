import type { MissingState } from "@manyi/study/definition/scale";
import type { Term } from "../result/cells.ts";
import { type Bilingual, listed } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const missingTerms = {
  answered: term("answered", "已答", "Answered"),
  missing: term("missing-share", "缺失", "Missing"),
  pattern: term("pattern", "一起缺失的题目", "Missing together"),
  respondents: term("respondents", "受访者", "Respondents"),
  left: term("left-out-mean", "未答者均值", "Mean of those who left it out"),
  gave: term("answered-mean", "已答者均值", "Mean of those who answered"),
  available: term("available-mean", "已答均值", "Mean of the answers"),
  em: term("em-mean", "EM 均值", "EM mean"),
  imputed: term("imputed-mean", "多重插补均值", "Multiple imputation"),
  fromMissing: term("share-from-missing", "缺失造成的方差", "Variance from missing"),
  neutral: term("with-neutral-value", "按中值计（勿用）", "With the neutral value (do not use)"),
  bias: term("neutral-bias", "其偏差", "Its bias"),
} as const;

export const stateTerms: Readonly<Record<MissingState, Term>> = {
  "not-shown": term("not-shown", "未展示", "Not shown"),
  skipped: term("skipped", "跳过", "Skipped"),
  "not-applicable": term("not-applicable", "不适用", "Not applicable"),
  "dont-know": term("dont-know", "不清楚", "Don't know"),
  refused: term("refused", "拒答", "Refused"),
  "set-aside": term("set-aside", "无效答案", "Set aside"),
};

export const missingWords = {
  title: { zh: "缺失的回答", en: "Missing answers" },
  method: {
    zh: "逐题统计缺失；用 Little（1988）检验是否完全随机缺失，并比较未答者与已答者在关键题上的均值（Welch t，Holm 校正）；均值另用全信息最大似然（EM，Little 与 Rubin 2020）估计。评分换算为 0–100。任何地方都没有用中间值代替缺失，除非列名说明。",
    en: "What is missing by question; Little's (1988) test of whether it is missing completely at random; the mean of the key question of those who left a question out against the others (Welch's t, Holm); means also by full-information maximum likelihood (EM, Little & Rubin 2020). Ratings on 0–100. No middle value stands in for a missing answer, except where a heading says so.",
  },
  methodImputed: (m: number): Bilingual => ({
    zh: `多重插补：链式方程、预测均值匹配，${m} 个数据集，固定随机种子，按 Rubin（1987）合并。`,
    en: `Multiple imputation: chained equations with predictive mean matching, ${m} data sets, a fixed seed, combined after Rubin (1987).`,
  }),
  byItem: { zh: "各题缺失多少", en: "How much is missing, by question" },
  byItemNote: {
    zh: "占全部受访者的比例。“不清楚”“不适用”也不是评分，同样不进入均值。",
    en: "Shares of all respondents. “Don't know” and “not applicable” are no ratings either and are in no mean.",
  },
  patterns: { zh: "哪些题一起缺失", en: "What is missing together" },
  complete: { zh: "全部已答", en: "Everything answered" },
  otherPatterns: (n: number): Bilingual => ({ zh: `其他 ${n} 种组合`, en: `${n} other patterns` }),
  little: (chiSquare: string, df: string, p: string): Bilingual => ({
    zh: `Little 检验：χ² = ${chiSquare}，自由度 ${df}，p ${p}（未加权）。`,
    en: `Little's test: χ² = ${chiSquare} on ${df} degrees of freedom, p ${p} (unweighted).`,
  }),
  notRandom: {
    zh: "回答不是完全随机缺失：答与不答的人不一样，只看已答者的均值可能有偏。",
    en: "Answers are not missing completely at random: those who answer differ from those who do not, and means of the answers alone may be biased.",
  },
  maybeRandom: {
    zh: "没有证据表明缺失不是完全随机的；这并不证明它是随机的。",
    en: "There is no evidence that answers are not missing completely at random; that does not prove that they are.",
  },
  noLittle: {
    zh: "无法作 Little 检验：没有缺失，或题目之间不够区分。",
    en: "Little's test cannot be made: nothing is missing, or the questions do not vary enough.",
  },
  whoLeaves: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `不回答某题的人，“${zh}”是否不同`,
    en: `Do those who leave a question out differ in “${en}”?`,
  }),
  differs: (items: readonly Bilingual[]): Bilingual => ({
    zh: `没有回答${listed(items).zh}的人与其他人在关键题上明显不同；这几题的均值要谨慎解读。`,
    en: `Those who left out ${listed(items).en} differ clearly in the key question; read the means of these questions with care.`,
  }),
  means: { zh: "不同处理下的均值（0–100）", en: "Means by how missing answers are treated (0–100)" },
  meansNote: {
    zh: "n 为已答人数。EM 利用其他题的答案，在“给定其他答案后随机缺失”时无偏。",
    en: "n is the number who answered. EM uses the answers to the other questions and is unbiased where answers are missing at random given those.",
  },
  neutralWarning: {
    zh: "把缺失计为中间值会把均值拉向中间：缺得越多的题、越多的组，看起来越接近。表中列出只为说明其偏差，不要采用。",
    en: "Counting missing answers as the middle pulls every mean towards it, and makes groups that skip more look more alike. The column is there to show its bias, not to be used.",
  },
  noEm: (items: readonly Bilingual[]): Bilingual => ({
    zh: `EM 均值无法计算：${listed(items).zh}没有差异、互相决定或从未一起回答。`,
    en: `No EM means: ${listed(items).en} do not vary, follow from each other or were never answered together.`,
  }),
  weightsInEm: {
    zh: "多重插补的均值加权计算，插补模型本身不加权。",
    en: "Means of the imputed data are weighted; the model that imputes them counts every respondent once.",
  },
  tooManyRows: (most: string): Bilingual => ({
    zh: `受访者超过 ${most} 人，未作多重插补；EM 均值可代替。`,
    en: `No multiple imputation above ${most} respondents; the EM means serve instead.`,
  }),
} as const;
