import { expectation, image, loyalty, quality, satisfaction, value } from "./model-constructs.ts";
import { pathsOf, type SatisfactionModel } from "./satisfaction-model.ts";

/** China Customer Satisfaction Index: the six variables used with GB/T 19038. */
export const ccsi: SatisfactionModel = {
  id: "ccsi",
  label: { zh: "中国顾客满意度指数模型（CCSI）", en: "China Customer Satisfaction Index (CCSI)" },
  constructs: [image, expectation, quality, value, satisfaction, loyalty],
  paths: pathsOf({
    image: ["expectation", "satisfaction", "loyalty"],
    expectation: ["quality", "value", "satisfaction"],
    quality: ["value", "satisfaction"],
    value: ["satisfaction"],
    satisfaction: ["loyalty"],
  }),
  indexOf: "satisfaction",
  source: "Six variables as used with GB/T 19038-2009; paths as published for the CCSI",
  note: {
    zh: "路径按已公开发表的 CCSI 给出，请与手头的标准文本核对。各文献的差别主要在品牌形象作用于哪些变量；路径可以修改。",
    en: "Paths as published for the CCSI; check against your copy of the standard. Publications differ mostly in what brand image acts on; the paths can be edited.",
  },
};
