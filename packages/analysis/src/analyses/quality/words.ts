import type { Term } from "../result/cells.ts";
import { type Bilingual, listed } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const qualityTerms = {
  check: term("check", "检查", "Check"),
  rule: term("rule", "规则", "Rule"),
  judged: term("judged", "可判断", "Judged"),
  flagged: term("flagged", "被标记", "Flagged"),
  flags: term("flags", "标记数", "Flags"),
  respondents: term("respondents", "受访者", "Respondents"),
} as const;

export const qualityWords = {
  title: { zh: "作答质量", en: "Quality of the answers" },
  method: {
    zh: "逐份检查作答方式（Curran 2016）：用时过短、连续相同答案、个人答案差异（IRV）、奇偶一致性、Mahalanobis 距离（Wilks 1962）、完全重复和自相矛盾。每人只算一次，不加权；检查只作标记，不删除任何人，也不列出任何人。",
    en: "How each questionnaire was filled in (Curran 2016): time taken, runs of equal answers, a respondent's own variability (IRV), odd–even consistency, Mahalanobis distance (Wilks 1962), exact duplicates, contradictions. Every respondent counts once, unweighted; a check raises a flag, it removes and names nobody.",
  },
  checks: { zh: "各项检查标记了多少人", en: "How many each check flags" },
  speeders: { zh: "用时过短", en: "Too fast" },
  speedersRule: (divisor: string, limit: string, median: string): Bilingual => ({
    zh: `少于中位用时的 1/${divisor}（${limit} 秒；中位 ${median} 秒）`,
    en: `below 1/${divisor} of the median (${limit} of ${median} seconds)`,
  }),
  longString: { zh: "连续相同答案", en: "Long string" },
  longStringRule: (lengths: string): Bilingual => ({
    zh: `同一题组连续 ${lengths} 题及以上答案相同`,
    en: `${lengths} equal answers or more in a row within a block`,
  }),
  variability: { zh: "答案几乎无差异（IRV）", en: "Hardly any variability (IRV)" },
  variabilityRule: (limit: string): Bilingual => ({
    zh: `个人各题标准差低于 ${limit} 分（0–100）`,
    en: `standard deviation of own answers below ${limit} (0–100)`,
  }),
  oddEven: { zh: "奇偶不一致", en: "Odd–even inconsistency" },
  oddEvenRule: (pairs: number): Bilingual => ({
    zh: `${pairs} 对相邻题的相关低于 0`,
    en: `correlation over ${pairs} pairs of neighbouring questions below 0`,
  }),
  mahalanobis: { zh: "答案组合异常", en: "Unusual combination" },
  mahalanobisRule: (items: number, probability: string): Bilingual => ({
    zh: `${items} 题的 Mahalanobis 距离，概率低于 ${probability}`,
    en: `Mahalanobis distance over ${items} questions, probability below ${probability}`,
  }),
  duplicates: { zh: "完全重复", en: "Exact duplicate" },
  duplicatesRule: (columns: number): Bilingual => ({
    zh: `${columns} 列答案与前面某份完全相同`,
    en: `equal to an earlier one in all ${columns} columns`,
  }),
  contradictions: { zh: "自相矛盾", en: "Contradiction" },
  contradictionsRule: (names: Bilingual): Bilingual => ({ zh: names.zh, en: names.en }),
  distribution: { zh: "每人有几项标记", en: "Flags a respondent" },
  distributionNote: {
    zh: "一项标记往往无碍；两项以上不同检查同时标记，才值得细看。",
    en: "One flag is often innocent; two or more of different checks rarely are.",
  },
  atLeast: (n: number): Bilingual => ({ zh: `${n} 项及以上`, en: `${n} or more` }),
  exactly: (n: number): Bilingual => ({ zh: `${n} 项`, en: String(n) }),
  without: ({ zh, en }: Bilingual, flags: number): Bilingual => ({
    zh: `去掉有 ${flags} 项及以上标记的受访者，“${zh}”会怎样`,
    en: `“${en}” without respondents who have ${flags} flags or more`,
  }),
  everybody: { zh: "全部受访者", en: "All respondents" },
  rest: { zh: "去掉被标记者", en: "Without the flagged" },
  flaggedAlone: { zh: "仅被标记者", en: "The flagged alone" },
  flaggedLess: { zh: "被标记者减其余", en: "The flagged less the others" },
  change: { zh: "去掉后的变化", en: "Change if left out" },
  changeNote: {
    zh: "“去掉后的变化”的区间由被标记者与其余受访者之差推得（Welch t）。",
    en: "The interval of the change follows from that of the difference between the flagged and the others (Welch's t).",
  },
  changes: {
    zh: "去掉被标记者会改变结果：请先逐份核实再决定，并在报告中同时给出两种结果。",
    en: "Leaving the flagged out would change the result: look at them first, then decide, and report both results.",
  },
  noChange: {
    zh: "没有证据表明被标记的问卷改变了结果。",
    en: "There is no evidence that the flagged questionnaires change the result.",
  },
  nobodyFlagged: (flags: number): Bilingual => ({
    zh: `没有人有 ${flags} 项及以上标记，结果无从改变。`,
    en: `Nobody has ${flags} flags or more: nothing to compare.`,
  }),
  tooFewFlagged: (flags: number): Bilingual => ({
    zh: `有 ${flags} 项及以上标记的人太少，去掉前后之差会透露他们的答案，因此不比较。`,
    en: `Too few have ${flags} flags or more: with and without would give their answers away. No comparison is shown.`,
  }),
  notWrong: {
    zh: "被标记不等于乱答：满意的客户也会一路选同一个分，熟练的人答得快。",
    en: "A flag is no proof: a satisfied customer may mean the same mark throughout, and a practised reader is fast.",
  },
  notChecked: (names: readonly Bilingual[]): Bilingual => ({
    zh: `未作的检查（数据不够或未设定）：${listed(names).zh}。`,
    en: `Checks not made (not enough data, or not set up): ${listed(names).en}.`,
  }),
  nothing: { zh: "没有一项检查可以进行。", en: "No check could be made." },
} as const;
