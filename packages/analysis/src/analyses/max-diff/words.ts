import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const maxDiffTerms = {
  shown: term("shown", "出现次数", "Shown"),
  best: term("best", "选为最重要", "Best"),
  worst: term("worst", "选为最不重要", "Worst"),
  score: term("count-score", "计数得分（−1 至 1）", "Count score (−1 to 1)"),
  utility: term("utility", "效用（logit）", "Utility (logit)"),
  share: term("preference-share", "偏好份额", "Share of preference"),
} as const;

export const maxDiffWords = {
  title: { zh: "最优—最劣选择（MaxDiff）", en: "Best–worst choices (MaxDiff)" },
  method: {
    zh: "每屏选出最重要与最不重要的一项。计数得分为（最优次数−最劣次数）÷ 出现次数（Louviere、Flynn 与 Marley，2015）；偏好份额由最优—最劣的条件 logit 模型得出（McFadden，1974；Marley 与 Louviere，2005）。标准误以受访者为单位，同一人的多次选择不当作独立。",
    en: "On each screen the item that matters most and the one that matters least are chosen. The count score is (times best − times worst) ÷ times shown (Louviere, Flynn & Marley 2015); shares of preference come from a conditional logit of best and worst (McFadden 1974; Marley & Louviere 2005). Standard errors are over respondents: choices of one person are not taken as independent.",
  },
  scores: { zh: "各项的次数与计数得分", en: "Counts and count scores" },
  shares: { zh: "各项的效用与偏好份额", en: "Utilities and shares of preference" },
  scoresNote: {
    zh: "n 为受访人数；次数不加权，得分加权。",
    en: "n counts respondents; times are unweighted, scores weighted.",
  },
  sharesNote: {
    zh: "偏好份额：若所有项同时出现，被选为最重要的概率，合计 100%。效用之和为 0。模型对所有人用同一组效用，人群之间的差别被平均掉。",
    en: "Share of preference: how often an item would be chosen as best if all were shown; shares add up to 100%. Utilities add up to 0. The model has one set for everybody: differences between people are averaged.",
  },
  chart: (first: Bilingual, last: Bilingual): Bilingual => ({
    zh: `最看重${first.zh}，最不看重${last.zh}`,
    en: `${first.en} matters most, ${last.en} least`,
  }),
  chartMeasure: { zh: "计数得分", en: "Count score" },
  balanced: { zh: "最优与最劣各半", en: "best as often as worst" },
  ahead: (first: Bilingual, others: Bilingual): Bilingual => ({
    zh: `${first.zh}居首，但与${others.zh}的区间重叠，不能断定它更受看重。`,
    en: `${first.en} comes first, but its interval overlaps with ${others.en}: that it matters more is not certain.`,
  }),
  separated: {
    zh: "有的项总被选中、从不被选中，或从未与其他项一起出现，logit 模型没有有限的解；请看计数得分。",
    en: "Some items always win, never win, or are never shown with the others: the logit has no finite solution. Read the count scores.",
  },
  tooFewForLogit: (required: number): Bilingual => ({
    zh: `logit 模型至少需要 ${required} 名受访者。`,
    en: `The logit needs ${required} respondents at least.`,
  }),
  neverShown: (items: Bilingual): Bilingual => ({
    zh: `${items.zh}从未出现在有效的回答中，无法计算得分。请核对各屏的设计，或去掉这些项。`,
    en: `${items.en}: never shown in a usable answer, so that no score can be computed. Check the screens, or leave these items out.`,
  }),
  contradictory: (answers: Bilingual): Bilingual => ({
    zh: `${answers.zh}屏的回答自相矛盾（最优与最劣相同，或选了没有出现的项），未计入。`,
    en: `${answers.en} screens were answered with one item as best and worst, or with an item that was not shown; they are left out.`,
  }),
  fewer: (minimum: number): Bilingual => ({ zh: `有不足 ${minimum} `, en: `Fewer than ${minimum}` }),
  some: (n: number): Bilingual => ({ zh: `有 ${n} `, en: `${n}` }),
  relative: {
    zh: "得分是相对的：只说明这些项之间的先后，不说明某一项本身重要与否。",
    en: "Scores are relative: they rank these items and do not say whether any of them matters by itself.",
  },
} as const;
