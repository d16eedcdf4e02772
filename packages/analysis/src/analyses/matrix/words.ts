import type { Quadrant } from "../../results/explain.ts";
import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const matrixTerms = {
  number: term("number", "编号", "No."),
  importance: term("importance", "重要性", "Importance"),
  performance: term("performance", "表现", "Performance"),
  gap: term("gap", "表现−重要性", "Performance − importance"),
  field: term("field", "所在区", "Field"),
  place: term("place", "位置", "Place"),
} as const;

export const quadrantNames: Readonly<Record<Quadrant, Bilingual>> = {
  "concentrate-here": { zh: "优先改进", en: "Improve first" },
  "keep-up": { zh: "继续保持", en: "Keep up" },
  "low-priority": { zh: "次要机会", en: "Low priority" },
  "possible-overkill": { zh: "可能过度投入", en: "Possible overkill" },
};

const importanceKinds = {
  stated: { zh: "重要性（受访者评定的均值）", en: "Importance (mean rating)" },
  "derived-correlation": {
    zh: "重要性（与总体满意度的相关系数）",
    en: "Importance (correlation with overall satisfaction)",
  },
  "derived-partial": {
    zh: "重要性（与总体满意度的偏相关系数）",
    en: "Importance (partial correlation with overall satisfaction)",
  },
} as const;

const lines = {
  means: { zh: "各指标的均值", en: "the means of the indicators" },
  medians: { zh: "各指标的中位数", en: "the medians of the indicators" },
  scale: { zh: "量表的中点", en: "the middle of the scales" },
} as const;

export const matrixWords = {
  title: { zh: "重要性—表现矩阵", en: "Importance–performance matrix" },
  method: (importance: keyof typeof importanceKinds, crosshair: keyof typeof lines): Bilingual => ({
    zh: `${importanceKinds[importance].zh}对表现作图，两条分界线取${lines[crosshair].zh}；落在线上的按高的一侧计（Martilla 与 James，1977）。`,
    en: `${importanceKinds[importance].en} is set against performance; the lines stand at ${lines[crosshair].en}, and a value on a line counts as high (Martilla & James 1977).`,
  }),
  importance: importanceKinds,
  performance: {
    rating: { zh: "表现（平均评分）", en: "Performance (mean rating)" },
    index: { zh: "表现（得分 0–100）", en: "Performance (score 0–100)" },
  },
  table: { zh: "各指标的位置", en: "Where the indicators stand" },
  chart: (urgent: Bilingual | null): Bilingual =>
    urgent === null
      ? { zh: "没有指标落在“优先改进”区", en: "No indicator is in the field “Improve first”" }
      : { zh: `优先改进：${urgent.zh}`, en: `Improve first: ${urgent.en}` },
  places: {
    clear: { zh: "明确", en: "clear" },
    near: { zh: "靠近分界线", en: "near a line" },
  },
  placeNote: {
    zh: "“靠近分界线”：至少一个区间跨过了线，归入哪一区并不确定。分界线本身当作已知。",
    en: "“near a line”: an interval crosses one, so that the field is not certain. The lines themselves are taken as given.",
  },
  derivedBase: (n: number): Bilingual => ({
    zh: `推算的重要性依据 ${n} 名全部作答的受访者。`,
    en: `Derived importance rests on the ${n} respondents who answered all of the questions.`,
  }),
  partialWeights: {
    zh: "加权时，偏相关的区间按有效样本量近似计算。",
    en: "With weights, intervals of partial correlations are approximate, at the effective sample size.",
  },
  noCause: {
    zh: "推算的重要性是相关，不是因果：改进一项，总体满意度不一定随之上升。分数高低差别不大的指标，相关也会偏低。",
    en: "Derived importance is association and no cause: improving an indicator need not raise the overall satisfaction. An indicator that hardly varies also correlates little.",
  },
  relative: {
    zh: "分界线取自数据，总会有指标落在线的另一侧：它说的是先后，不是好坏。",
    en: "The lines come from the data, so that some indicator is always beyond them: they tell what comes first, not what is bad.",
  },
  leftOut: (items: Bilingual): Bilingual => ({
    zh: `${items.zh}没有足够的表现或重要性数据，未列入。`,
    en: `${items.en}: too little is known of performance or importance; left out.`,
  }),
  impossible: {
    zh: "至少要有两个指标同时有表现和重要性的数据，才能作图。",
    en: "A matrix needs two indicators with both performance and importance.",
  },
} as const;
