import type { KanoCategory } from "@manyi/statistics/kano/evaluation-table";
import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const kanoTerms = {
  number: term("number", "编号", "No."),
  feature: term("feature", "功能或服务", "Feature"),
  category: term("category", "类别", "Category"),
  better: term("better", "Better（有则提升）", "Better"),
  worse: term("worse", "Worse（无则下降）", "Worse"),
  first: term("first", "第一类", "First"),
  second: term("second", "第二类", "Second"),
  difference: term("difference", "人数之差", "Difference of counts"),
  threshold: term("threshold", "Fong 界值", "Fong's limit"),
  functional: term("functional", "有时的感受", "If it is there"),
  dysfunctional: term("dysfunctional", "没有时的感受", "If it is not"),
} as const;

export const categoryNames: Readonly<Record<KanoCategory, Bilingual>> = {
  M: { zh: "必备", en: "Must-be" },
  O: { zh: "期望", en: "One-dimensional" },
  A: { zh: "魅力", en: "Attractive" },
  I: { zh: "无差异", en: "Indifferent" },
  R: { zh: "反向", en: "Reverse" },
  Q: { zh: "可疑", en: "Questionable" },
};

export const kanoWords = {
  title: { zh: "Kano 需求分类", en: "Kano's model of features" },
  method: (rule: "mode" | "blauth"): Bilingual => ({
    zh: `每项功能问两次（有会怎样、没有会怎样），按评价表归类（Kano 等，1984；Berger 等，1993）。${
      rule === "mode"
        ? "功能归入人数最多的一类，相同时按必备、期望、魅力、无差异的次序取前者。"
        : "若必备、期望、魅力合计多于其余三类，取前三类中最多的一类，否则取后三类中最多的一类（Blauth 规则）。"
    }Better 与 Worse 用 Wilson 区间；第一类与第二类是否可分用 Fong（1996）的界值，并给出精确符号检验的 p 值（对各功能用 Holm 法校正）。`,
    en: `Each feature is asked twice, how one would feel with it and without it, and put into a category by the evaluation table (Kano et al. 1984; Berger et al. 1993). ${
      rule === "mode"
        ? "A feature's category is its most frequent one; ties go to must-be, one-dimensional, attractive, indifferent, in that order."
        : "Where must-be, one-dimensional and attractive together outnumber the others, the most frequent of these three counts, else of the others (Blauth's rule)."
    } Better and worse have Wilson's intervals; whether the first category is ahead of the second by more than chance: Fong's limit (1996), and the p of the exact sign test, corrected over the features (Holm).`,
  }),
  counts: { zh: "各类的占比与人数", en: "Share and number of respondents by category" },
  people: { zh: "人数", en: "Respondents" },
  categories: { zh: "类别、Better 与 Worse", en: "Category, better and worse" },
  betterNote: {
    zh: "Better =（魅力＋期望）÷（魅力＋期望＋必备＋无差异），Worse = −（期望＋必备）÷ 同一分母；反向与可疑的回答不在分母中。",
    en: "Better = (attractive + one-dimensional) ÷ (attractive + one-dimensional + must-be + indifferent), worse = −(one-dimensional + must-be) ÷ the same; reverse and questionable answers are in neither.",
  },
  fong: { zh: "第一类是否只是偶然领先", en: "Is the first category ahead by more than chance?" },
  fongNote: {
    zh: "差小于 Fong 界值即视为不可分；这个界值偏松，校正后 p 更可靠，判断两者都要满足。",
    en: "A difference below Fong's limit counts as chance. The limit is lenient; the corrected p is safer, and the verdict asks for both.",
  },
  effectiveNote: {
    zh: "加权时，人数之差和界值按有效样本量折算。",
    en: "With weights, the difference and the limit are at the effective sample size.",
  },
  distinct: { zh: "可分", en: "distinct" },
  notDistinct: { zh: "不可分", en: "not distinct" },
  continuous: { zh: "连续得分（DuMouchel，−2 至 4）", en: "Continuous scores (DuMouchel, −2 to 4)" },
  continuousNote: {
    zh: "两项都高为期望，“有”高而“没有”低为魅力，反之为必备，都低为无差异；负数为反向。",
    en: "Both high: one-dimensional; high only if it is there: attractive; high only if it is not: must-be; both low: indifferent; negative: reverse.",
  },
  chart: (musts: Bilingual | null, delights: Bilingual | null): Bilingual => {
    const zh = [
      ...(musts === null ? [] : [`必备：${musts.zh}`]),
      ...(delights === null ? [] : [`魅力：${delights.zh}`]),
    ];
    const en = [
      ...(musts === null ? [] : [`must-be: ${musts.en}`]),
      ...(delights === null ? [] : [`attractive: ${delights.en}`]),
    ];
    return {
      zh: zh.length === 0 ? "没有必备或魅力的功能" : zh.join("；"),
      en: en.length === 0 ? "No feature is must-be or attractive" : capital(en.join("; ")),
    };
  },
  worseAxis: { zh: "没有时满意度的下降（−Worse）", en: "Fall where it is missing (−worse)" },
  betterAxis: { zh: "有时满意度的提升（Better）", en: "Rise where it is there (better)" },
  mixed: (features: Bilingual): Bilingual => ({
    zh: `${features.zh}：前两类相差不到 6 个百分点，受访者意见分散。先按客户类型分开看，再作决定。`,
    en: `${features.en}: the first two categories are less than 6 points apart; respondents disagree. Look at customer types before deciding.`,
  }),
  reversed: (features: Bilingual): Bilingual => ({
    zh: `${features.zh}：两成以上的回答属于反向或可疑，不在 Better 与 Worse 的分母中。可能有不少人不想要它，也可能题目没有看懂。`,
    en: `${features.en}: a fifth or more of the answers are reverse or questionable and in neither coefficient. Many may not want it, or have misread the questions.`,
  }),
  nothing: { zh: "没有一项功能的两道题都有人回答。", en: "No feature has respondents who answered both questions." },
  feature: (position: number): Bilingual => ({ zh: `功能 ${position}`, en: `Feature ${position}` }),
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
