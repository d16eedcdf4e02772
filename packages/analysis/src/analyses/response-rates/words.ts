import type { RateName } from "@manyi/statistics/response-rates/response-rates";
import type { DispositionName } from "@manyi/study/definition/analyses/response-rates";
import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const rateTerms = {
  outcome: term("outcome", "调查结果", "Outcome"),
  cases: term("cases", "数量", "Cases"),
  rate: term("rate", "指标", "Rate"),
  value: term("value", "数值", "Value"),
  numerator: term("numerator", "分子", "Numerator"),
  denominator: term("denominator", "分母", "Denominator"),
  category: term("category", "类别", "Category"),
  returns: term("returns", "回收问卷", "Returns"),
  frame: term("frame", "名单", "Frame"),
} as const;

export const dispositionWords: Readonly<Record<DispositionName, Bilingual>> = {
  completed: { zh: "完成（I）", en: "Complete (I)" },
  partial: { zh: "部分完成（P）", en: "Partial (P)" },
  refused: { zh: "拒绝与中断（R）", en: "Refused or broke off (R)" },
  nonContact: { zh: "未联系上（NC）", en: "Not contacted (NC)" },
  other: { zh: "其他未完成（O）", en: "Other (O)" },
  unknownHousehold: { zh: "资格未知：不清楚是否为客户（UH）", en: "Unknown whether a customer (UH)" },
  unknownOther: { zh: "资格未知：其他（UO）", en: "Unknown eligibility, other (UO)" },
  notEligible: { zh: "不属于调查对象", en: "Not eligible" },
};

export const rateWords: Readonly<Record<RateName, Bilingual>> = {
  RR1: { zh: "RR1 最低回答率", en: "RR1: least response rate" },
  RR2: { zh: "RR2 含部分完成", en: "RR2: with partial ones" },
  RR3: { zh: "RR3 资格未知者按 e 估算", en: "RR3: unknown ones by e" },
  RR4: { zh: "RR4 按 e 估算，含部分完成", en: "RR4: by e, with partial ones" },
  RR5: { zh: "RR5 不计资格未知者", en: "RR5: without unknown ones" },
  RR6: { zh: "RR6 不计资格未知者，含部分完成", en: "RR6: without unknown ones, with partial ones" },
  COOP1: { zh: "COOP1 合作率", en: "COOP1: cooperation" },
  COOP2: { zh: "COOP2 合作率，含部分完成", en: "COOP2: cooperation, with partial ones" },
  COOP3: { zh: "COOP3 合作率，不计无法作答者", en: "COOP3: cooperation of those able to answer" },
  COOP4: { zh: "COOP4 同上，含部分完成", en: "COOP4: the same, with partial ones" },
  REF1: { zh: "REF1 拒答率", en: "REF1: refusal" },
  REF2: { zh: "REF2 拒答率，资格未知者按 e 估算", en: "REF2: refusal, unknown ones by e" },
  REF3: { zh: "REF3 拒答率，不计资格未知者", en: "REF3: refusal, without unknown ones" },
  CON1: { zh: "CON1 接触率", en: "CON1: contact" },
  CON2: { zh: "CON2 接触率，资格未知者按 e 估算", en: "CON2: contact, unknown ones by e" },
  CON3: { zh: "CON3 接触率，不计资格未知者", en: "CON3: contact, without unknown ones" },
};

export const responseWords = {
  title: { zh: "回收情况与代表性", en: "Response and representation" },
  method: {
    zh: "按 AAPOR《标准定义》（第 10 版，2023）计算回答率、合作率、拒答率和接触率。它们描述调查的执行，不是抽样估计，因此没有区间。回收问卷的构成与名单相比时，用 Wilson 区间，p 值按 Holm 法校正。",
    en: "Response, cooperation, refusal and contact rates after AAPOR's Standard Definitions (10th edition, 2023). They describe the field work and are no estimates: they have no interval. The makeup of returns is held against the frame with Wilson's interval; p-values corrected by Holm.",
  },
  outcomes: { zh: "调查结果", en: "What became of the cases" },
  total: { zh: "合计", en: "All cases" },
  rates: { zh: "回收指标", en: "Rates" },
  unknownShare: (e: string, isGiven: "given" | "derived"): Bilingual =>
    isGiven === "given"
      ? {
          zh: `e = ${e}：按设定，资格未知者中有这么多属于调查对象。`,
          en: `e = ${e}: the share of unknown cases taken as eligible, as given.`,
        }
      : {
          zh: `e = ${e}：假定资格未知者与已知者比例相同（CASRO 法）。`,
          en: `e = ${e}: unknown cases are taken to be eligible as often as the known ones (CASRO).`,
        },
  main: (rate: string): Bilingual => ({
    zh: `最低回答率（RR1）为 ${rate}。没有回答的人是否满意，数据说不了。`,
    en: `The least response rate (RR1) is ${rate}. Whether those who did not answer are satisfied, the data cannot say.`,
  }),
  low: {
    zh: "回答率不到一半：满意占比取决于谁作了回答。请与下面的名单对照一起读，并在汇报满意度时写明回答率。",
    en: "Fewer than half answered: the share satisfied depends on who did. Read it with the comparison with the frame, and report the response rate beside it.",
  },
  noFrame: {
    zh: "没有名单构成，无法核对回收问卷是否有代表性。可在 frame 中填写客户名单的构成。",
    en: "Without the makeup of the frame it cannot be checked whom the returns stand for. Give it as frame.",
  },
  compared: ({ zh, en }: Bilingual): Bilingual => ({ zh: `${zh}：回收与名单`, en: `${en}: returns and frame` }),
  over: { zh: "偏多", en: "too many" },
  under: { zh: "偏少", en: "too few" },
  noEvidence: { zh: "无显著差异", en: "no evidence of a difference" },
  unweighted: { zh: "按未加权的份数比较：看的是谁回答了。", en: "Compared unweighted: the question is who answered." },
  off: (names: Bilingual): Bilingual => ({
    zh: `回收问卷中${names.zh}与名单不符。可考虑按名单调整权重，并检查这些客户为何少答或多答。`,
    en: `Returns do not match the frame in ${names.en}. Consider weights that fit it, and ask why these customers answer more or less often.`,
  }),
  noCases: { zh: "没有任何个案，算不出回收指标。", en: "There are no cases: no rate can be computed." },
  designOnly: {
    zh: "除受访者外，只知道邀请总数：未回答者都按资格未知计。",
    en: "Only the number invited is known: all who did not answer count as of unknown eligibility.",
  },
} as const;
