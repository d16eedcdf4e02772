import { complaints, expectation, image, loyalty, quality, satisfaction, value } from "./model-constructs.ts";
import { pathsOf, type SatisfactionModel } from "./satisfaction-model.ts";

/** European Customer Satisfaction Index, in the form in which its mobile phone data are published. */
export const ecsi: SatisfactionModel = {
  id: "ecsi",
  label: { zh: "欧洲顾客满意度指数模型（ECSI）", en: "European Customer Satisfaction Index (ECSI)" },
  constructs: [image, expectation, quality, value, satisfaction, complaints, loyalty],
  paths: pathsOf({
    image: ["expectation", "satisfaction", "loyalty"],
    expectation: ["quality", "value", "satisfaction"],
    quality: ["value", "satisfaction"],
    value: ["satisfaction"],
    satisfaction: ["complaints", "loyalty"],
    complaints: ["loyalty"],
  }),
  indexOf: "satisfaction",
  source: "Tenenhaus, Esposito Vinzi, Chatelin & Lauro 2005, Computational Statistics & Data Analysis 48, 159–205",
  note: {
    zh: "各国实施的 ECSI 在路径和题目上有所不同；此处采用 Tenenhaus 等（2005）所载的形式。",
    en: "National ECSI studies differ in paths and items; this is the form given by Tenenhaus et al. (2005).",
  },
};
