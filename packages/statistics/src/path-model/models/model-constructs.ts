import type { ModelConstruct } from "./satisfaction-model.ts";

/** The constructs that the national models share, each with what its items ask. */
export const image: ModelConstruct = {
  name: "image",
  label: { zh: "品牌形象", en: "Image" },
  asks: {
    zh: "顾客记忆中与品牌或企业有关的联想：总体形象、知名度、特征是否鲜明",
    en: "What customers associate with the brand or company: its general image, how known it is, what sets it apart",
  },
};

export const expectation: ModelConstruct = {
  name: "expectation",
  label: { zh: "预期质量", en: "Expected quality" },
  asks: {
    zh: "购买或使用之前对质量的期望：总体、满足个人需求、可靠程度",
    en: "What was expected before purchase or use: overall, of fitting one's needs, of reliability",
  },
};

export const quality: ModelConstruct = {
  name: "quality",
  label: { zh: "感知质量", en: "Perceived quality" },
  asks: {
    zh: "使用之后对质量的感受：总体、满足个人需求、可靠程度、服务",
    en: "What was experienced in use: overall, fit to one's needs, reliability, service",
  },
};

export const value: ModelConstruct = {
  name: "value",
  label: { zh: "感知价值", en: "Perceived value" },
  asks: {
    zh: "给定质量下对价格的评价，以及给定价格下对质量的评价",
    en: "Price given the quality, and quality given the price",
  },
};

export const satisfaction: ModelConstruct = {
  name: "satisfaction",
  label: { zh: "顾客满意度", en: "Customer satisfaction" },
  asks: {
    zh: "总体满意程度、与预期相比、与理想相比",
    en: "Satisfaction overall, against what was expected, and against the ideal",
  },
};

export const complaints: ModelConstruct = {
  name: "complaints",
  label: { zh: "顾客抱怨", en: "Complaints" },
  asks: {
    zh: "是否有过抱怨或投诉，以及处理得如何（须按处理得好为高分编码）",
    en: "Whether one complained, and how it was dealt with (coded so that dealt with well is high)",
  },
};

export const loyalty: ModelConstruct = {
  name: "loyalty",
  label: { zh: "顾客忠诚", en: "Loyalty" },
  asks: {
    zh: "再次购买的可能、向他人推荐的可能、对涨价的承受程度",
    en: "Likelihood of buying again, of recommending, and tolerance of a higher price",
  },
};
