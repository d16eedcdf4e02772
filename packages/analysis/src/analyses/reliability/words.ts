import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const reliabilityTerms = {
  scale: term("scale", "量表", "Scale"),
  items: term("items", "题数", "Items"),
  alpha: term("alpha", "Cronbach α", "Cronbach's α"),
  omega: term("omega", "ω", "ω"),
  splitHalf: term("split-half", "分半信度", "Split-half"),
  averageVariance: term("average-variance-extracted", "AVE", "AVE"),
  adequacy: term("kmo", "KMO", "KMO"),
  sphericity: term("sphericity-p", "Bartlett p", "Bartlett p"),
  itemTotal: term("item-total", "题总相关（校正）", "Item–rest correlation"),
  alphaWithout: term("alpha-without", "删去后 α", "α without it"),
} as const;

export const reliabilityWords = {
  title: { zh: "量表信度", en: "Reliability of the scales" },
  method: {
    zh: "在各题都有评分的受访者中计算：Cronbach α（Feldt 区间）、单因子模型的 ω 与 AVE（最大似然）、奇偶分半信度（Spearman–Brown）、KMO 与 Bartlett 球形检验。题目已统一为分值越高越满意。",
    en: "Among respondents who rated every item of a scale: Cronbach's α (Feldt's interval), ω and AVE of one common factor (maximum likelihood), odd–even split-half (Spearman–Brown), KMO and Bartlett's test of sphericity. Items are turned so that higher is better.",
  },
  scales: { zh: "各量表的信度", en: "Reliability by scale" },
  itemsOf: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}：各题与其余题目的一致性`,
    en: `${en}: how each item fits the others`,
  }),
  allItems: { zh: "全部题目", en: "All items" },
  weak: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}的 α 低于 0.7：这些题目放在一起不够一致，合成分数要谨慎解读。`,
    en: `α of ${en} is below 0.7: these items do not agree enough; read their common score with care.`,
  }),
  misfit: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}与同一量表其余题目的相关低于 0.3，测的可能是另一件事；若为负，请检查是否需要反向计分。`,
    en: `${en} correlates below 0.3 with the rest of its scale: it may measure something else; if negative, check whether it must be reversed.`,
  }),
  noScale: {
    zh: "没有一个量表有足够的回答可以计算信度。",
    en: "No scale has enough varying answers for its reliability.",
  },
} as const;
