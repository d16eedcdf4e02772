import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const scaleTerms = {
  range: term("range", "按量程", "By range"),
  maximum: term("maximum", "按最大值", "By maximum"),
  marks: term("marks", "按赋分表", "By marks"),
  excess: term("maximum-less-range", "最大值法高出", "Maximum less range"),
  lowest: term("lowest-possible", "最大值法的下限", "Lowest by maximum"),
  used: term("used", "本调查采用", "Used here"),
  answer: term("answer", "答案", "Answer"),
} as const;

export const scaleWords = {
  title: { zh: "百分制换算", en: "Conversion to 0–100" },
  method: {
    zh: "同一批回答按三种办法换算成百分制：按量程（x−最低）÷（最高−最低）（Cohen 等，1999）、按最大值 x÷最高，以及按赋分表。反向量表先转为分值越高越满意；均值用 t 区间。",
    en: "The same answers on 0–100 in three ways: by range, (x − lowest) ÷ (highest − lowest) (Cohen et al. 1999), by maximum, x ÷ highest, and by a table of marks. Scales whose best answer is the lowest are turned round first; means with t intervals.",
  },
  conversions: { zh: "同样的回答，不同的换算", en: "The same answers, converted differently" },
  distribution: (lowest: number, highest: number): Bilingual => ({
    zh: `答案分布：${lowest} 至 ${highest} 分题`,
    en: `Distribution of the answers, ${lowest} to ${highest}`,
  }),
  kinds: {
    range: { zh: "量程", en: "range" },
    maximum: { zh: "最大值", en: "maximum" },
    marks: { zh: "赋分表", en: "marks" },
  },
  marksNote: {
    zh: "五级题若没有自己的赋分表，按常见的 100、80、60、30、0 计分。",
    en: "Where a five-point scale has no marks of its own, the usual 100, 80, 60, 30 and 0 are taken.",
  },
  maximumWarning: (lowest: string): Bilingual => ({
    zh: `按最大值换算得不到 0 分：即使人人都选最低一档，也还有 ${lowest} 分。它比按量程的结果偏高，两种结果不能相互比较，也不宜当作 0–100 的指数公布。`,
    en: `By maximum nobody can ever reach 0: if all chose the worst answer, the result would still be ${lowest}. It comes out higher than by range, cannot be compared with it, and should not be published as an index of 0–100.`,
  }),
  excess: (least: string, most: string): Bilingual => ({
    zh:
      least === most
        ? `在这里，最大值法比量程法高出 ${most} 分，这完全来自算法，不是满意度更高。`
        : `在这里，最大值法比量程法高出 ${least} 至 ${most} 分，这完全来自算法，不是满意度更高。`,
    en:
      least === most
        ? `Here it lies ${most} points higher; that is arithmetic, not satisfaction.`
        : `Here it lies ${least} to ${most} points higher; that is arithmetic, not satisfaction.`,
  }),
  shareNote: {
    zh: "占给出评分者的比例；跳过、不适用、说不清的不计入分母。",
    en: "Shares of those who gave a rating; skipped, not applicable and don't know are in no denominator.",
  },
  nothing: { zh: "没有一道题有回答。", en: "None of the questions was answered." },
} as const;
