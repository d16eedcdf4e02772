import { complaints, expectation, loyalty, quality, satisfaction, value } from "./model-constructs.ts";
import { pathsOf, type SatisfactionModel } from "./satisfaction-model.ts";

/** American Customer Satisfaction Index. Its published index rests on three satisfaction items, 1–10. */
export const acsi: SatisfactionModel = {
  id: "acsi",
  label: { zh: "美国顾客满意度指数模型（ACSI）", en: "American Customer Satisfaction Index (ACSI)" },
  constructs: [expectation, quality, value, satisfaction, complaints, loyalty],
  paths: pathsOf({
    expectation: ["quality", "value", "satisfaction"],
    quality: ["value", "satisfaction"],
    value: ["satisfaction"],
    satisfaction: ["complaints", "loyalty"],
    complaints: ["loyalty"],
  }),
  indexOf: "satisfaction",
  source: "Fornell, Johnson, Anderson, Cha & Bryant 1996, Journal of Marketing 60(4), 7–18",
  note: {
    zh: "ACSI 发布的指数由满意度的三个题目（总体满意、与预期相比、与理想相比，1–10 分）计算。用自己的题目得到的指数不能与 ACSI 公布的数字直接比较。",
    en: "The published ACSI rests on three satisfaction items (overall, against expectation, against the ideal; 1–10). An index from other items is not comparable with published ones.",
  },
};
