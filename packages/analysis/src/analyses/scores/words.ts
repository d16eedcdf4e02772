import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const scoreTerms = {
  topShare: term("top-share", "高分占比", "Top box"),
  bottomShare: term("bottom-share", "低分占比", "Bottom box"),
  kind: term("kind", "指标", "Score"),
  score: term("score", "得分", "Value"),
  favourable: term("favourable", "推荐者／轻松", "Promoters / easy"),
  neutral: term("neutral", "中立", "Neutral"),
  adverse: term("adverse", "贬损者／费力", "Detractors / difficult"),
  againstRest: term("difference", "与其余各组之差", "Against the others"),
} as const;

export const scoreWords = {
  title: { zh: "题目得分", en: "Scores of the questions" },
  method: {
    zh: "均值用 t 区间；占比用 Wilson 区间（加权时按有效样本量）；净推荐值为推荐者（9–10 分）与贬损者（0–6 分）占比之差，用调整的 Wald 区间（Rocks，2016）。跳过的题目不计入分母。",
    en: "Means with t intervals; shares with Wilson's interval, at the effective sample size where there are weights; the Net Promoter Score is the share of promoters (9–10) less that of detractors (0–6), with the adjusted Wald interval (Rocks 2016). Questions that were skipped are in no denominator.",
  },
  methodByGroup: {
    zh: "各组与其余各组合并后的得分相比：均值用 Welch t 检验，占比用合并方差的 z 检验，净推荐值用调整的 Wald 检验；p 值按本节全部比较用 Holm 法校正（Holm，1979）。",
    en: "Each group is compared with all the others together: means by Welch's t, shares by the pooled z, the Net Promoter Score by the adjusted Wald test; p-values are corrected over all comparisons of this section (Holm 1979).",
  },
  scores: { zh: "各题得分", en: "Scores by question" },
  named: { zh: "推荐与省力", en: "Recommendation and effort" },
  boxNote: (
    boxes: readonly { readonly scale: string; readonly top: string; readonly bottom: string }[],
  ): Bilingual => ({
    zh: `计入高分与低分的答案：${boxes.map(({ scale, top, bottom }) => `${scale} 分题为 ${top} 与 ${bottom}`).join("；")}。`,
    en: `Answers in the top and the bottom box: ${boxes.map(({ scale, top, bottom }) => `on ${scale}, ${top} and ${bottom}`).join("; ")}.`,
  }),
  nps: { zh: "净推荐值 NPS", en: "Net Promoter Score" },
  ces: { zh: "省力度 CES（均值）", en: "Effort score CES (mean)" },
  total: { zh: "全体", en: "All" },
  byGroup: ({ zh, en }: Bilingual): Bilingual => ({ zh: `按${zh}比较`, en: `Compared by ${en}` }),
  measureNote: (compared: "mean" | "top-share"): Bilingual =>
    compared === "mean"
      ? {
          zh: "比较的是均值；推荐题比较净推荐值。",
          en: "Means are compared; of a recommendation, Net Promoter Scores.",
        }
      : {
          zh: "比较的是高分占比；推荐题比较净推荐值。",
          en: "Shares in the top box are compared; of a recommendation, Net Promoter Scores.",
        },
  fewNote: {
    zh: "n 不足 30 的组区间很宽，请看区间而不是看数值。",
    en: "Groups of fewer than 30 have wide intervals: read the interval, not the value.",
  },
  verdicts: {
    higher: { zh: "高于其余", en: "above the others" },
    lower: { zh: "低于其余", en: "below the others" },
    none: { zh: "无显著差异", en: "no evidence" },
  },
  measures: {
    mean: { zh: "均值", en: "Mean" },
    "top-share": { zh: "高分占比", en: "Share in the top box" },
    nps: { zh: "净推荐值", en: "Net Promoter Score" },
  },
  chartTitle: (question: Bilingual, higher: Bilingual | null, lower: Bilingual | null): Bilingual => {
    const zh = [
      ...(higher === null ? [] : [`${higher.zh}高于其余`]),
      ...(lower === null ? [] : [`${lower.zh}低于其余`]),
    ];
    const en = [
      ...(higher === null ? [] : [`${higher.en} above the others`]),
      ...(lower === null ? [] : [`${lower.en} below the others`]),
    ];
    return {
      zh: `${question.zh}：${zh.length === 0 ? "各组之间无显著差异" : zh.join("，")}`,
      en: `${question.en}: ${en.length === 0 ? "no evidence that groups differ" : en.join(", ")}`,
    };
  },
  onlyNone: {
    zh: "只作了一次比较，差异不显著。没有发现差异，不等于证明没有差异。",
    en: "The one comparison made is not significant. That no difference was found does not prove that there is none.",
  },
  onlyFound: {
    zh: "只作了一次比较，差异显著。差异说明各组不同，不说明为什么不同。",
    en: "The one comparison made is significant. A difference says that groups differ, not why.",
  },
  foundNone: (tests: number): Bilingual => ({
    zh: `共比较 ${tests} 次，校正后没有一组与其余各组有显著差异。没有发现差异，不等于证明没有差异。`,
    en: `None of ${tests} comparisons is significant after correction. That no difference was found does not prove that there is none.`,
  }),
  found: (tests: number, found: number): Bilingual => ({
    zh: `共比较 ${tests} 次，校正后有 ${found} 次差异显著。差异说明各组不同，不说明为什么不同。`,
    en: `Of ${tests} comparisons ${found} ${found === 1 ? "is" : "are"} significant after correction. A difference says that groups differ, not why.`,
  }),
  chartsLeftOut: (shown: number, all: number): Bilingual => ({
    zh: `只画出差异最明显的 ${shown} 题；全部 ${all} 题见表。`,
    en: `The ${shown} questions with the clearest differences are drawn; the table has all ${all}.`,
  }),
  rowsLeftOut: (shown: number, all: number): Bilingual => ({
    zh: `表中列出差异最明显的 ${shown} 题，其余 ${all - shown} 题的各组得分从略。`,
    en: `The table has the ${shown} questions with the clearest differences; the groups of the other ${all - shown} are left out.`,
  }),
  oneGroup: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `按${zh}分组后，可显示的组不足两个，无法比较。`,
    en: `Fewer than two groups of ${en} can be shown, so nothing is compared.`,
  }),
  nothing: { zh: "没有一道题有回答。", en: "None of the questions was answered." },
} as const;
