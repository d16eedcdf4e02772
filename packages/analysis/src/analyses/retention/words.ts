import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const retentionTerms = {
  left: term("left", "已流失", "Left"),
  median: term("median-stay", "中位留存时间", "Median stay"),
  mean: term("restricted-mean", "限定期内平均留存", "Mean stay within the horizon"),
  observed: term("observed", "实际流失", "Left"),
  expected: term("expected", "预期流失", "Expected"),
  hazard: term("hazard-ratio", "风险比", "Hazard ratio"),
  odds: term("odds-ratio", "优势比", "Odds ratio"),
  cohort: term("cohort", "群组", "Group"),
} as const;

const units = {
  days: { zh: "天", en: "days" },
  weeks: { zh: "周", en: "weeks" },
  months: { zh: "个月", en: "months" },
  quarters: { zh: "个季度", en: "quarters" },
  years: { zh: "年", en: "years" },
} as const;
export type RetentionUnit = keyof typeof units;

export const retentionWords = {
  title: { zh: "客户留存", en: "How long customers stay" },
  method: {
    zh: "留存曲线按 Kaplan 与 Meier（1958），区间取 log–log 变换；仍在的客户按已知时间计入（删失），不当作流失，也不当作永久留存。加权时误差按影响函数计算。",
    en: "Retention after Kaplan & Meier (1958), intervals on the log–log scale; customers who are still there count with the time known so far (censored), neither as gone nor as staying for good. With weights errors follow from the influences.",
  },
  methodTests: {
    zh: "各组比较用对数秩检验（Mantel 1966）。",
    en: "Groups are compared by the log-rank test (Mantel 1966).",
  },
  methodCox: {
    zh: "影响因素用 Cox（1972）比例风险模型，Efron 处理同时流失；加权时用 Lin 与 Wei 的稳健误差。",
    en: "What goes with leaving: Cox's model (1972), ties by Efron; with weights Lin & Wei's robust errors.",
  },
  methodLogit: {
    zh: "到目前为止是否流失另用 logit 模型。",
    en: "Having left by now also by a logit.",
  },
  after: (time: string, unit: RetentionUnit): Bilingual => ({
    zh: `${time} ${units[unit].zh}后`,
    en: `After ${time} ${units[unit].en}`,
  }),
  everybody: { zh: "全部客户", en: "All customers" },
  overview: { zh: "留存率与留存时间", en: "Retention and length of stay" },
  overviewNote: (unit: RetentionUnit): Bilingual => ({
    zh: `时间单位：${units[unit].zh}。中位留存时间：有一半客户流失的时间；未到一半时不给出。区间的一端没有到达时整个区间不写。`,
    en: `Time in ${units[unit].en}. Median stay: the time by which half have left, left out where fewer have. An interval with an end that is not reached is left out.`,
  }),
  chart: (share: string, time: string, unit: RetentionUnit): Bilingual => ({
    zh: `${time} ${units[unit].zh}后仍有 ${share} 的客户`,
    en: `${share} of customers are still there after ${time} ${units[unit].en}`,
  }),
  chartGroups: ({ zh, en }: Bilingual): Bilingual => ({ zh: `按${zh}的留存曲线`, en: `Retention by ${en}` }),
  time: (unit: RetentionUnit): Bilingual => ({ zh: `时间（${units[unit].zh}）`, en: `Time (${units[unit].en})` }),
  retained: { zh: "留存率", en: "Still there" },
  test: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}：各组流失快慢`,
    en: `${en}: do groups leave at one pace?`,
  }),
  testReading: (statistic: string, df: number, p: string): Bilingual => ({
    zh: `对数秩检验：χ² = ${statistic}，自由度 ${df}，p ${p}。`,
    en: `Log-rank test: χ² = ${statistic} on ${df} degrees of freedom, p ${p}.`,
  }),
  groupsDiffer: { zh: "各组流失的快慢不同。", en: "Groups leave at different paces." },
  groupsAlike: {
    zh: "没有证据表明各组流失的快慢不同。",
    en: "There is no evidence that groups leave at different paces.",
  },
  testUnweighted: {
    zh: "对数秩检验没有加权形式，每位客户只算一次；加权的比较请看 Cox 模型。",
    en: "The log-rank test has no weighted form and counts every customer once; for a weighted comparison take Cox's model.",
  },
  cox: { zh: "哪些因素与流失快慢有关（Cox）", en: "What goes with leaving sooner (Cox)" },
  ratioNote: (model: "cox" | "logit", { zh, en }: Bilingual): Bilingual => {
    const meaning = {
      cox: { zh: "大于 1：流失更快", en: "Above 1: they leave sooner" },
      logit: { zh: "大于 1：更可能已经流失", en: "Above 1: more likely to have left" },
    }[model];
    return {
      zh: `${meaning.zh}。类别与参照比较${zh === "" ? "" : `（${zh}）`}；评分每高 10 分（0–100），数字每高 1 个单位。p 值未作多重校正。`,
      en: `${meaning.en}. Categories against their reference${en === "" ? "" : ` (${en})`}; ratings by 10 points of 100, numbers by 1 unit. p-values are not corrected for their number.`,
    };
  },
  concordance: (value: string): Bilingual => ({
    zh: `一致性指数 C = ${value}（0.5 为随机，1 为完全区分，按同一批数据计算，略偏高）。`,
    en: `Concordance C = ${value} (0.5 is chance, 1 complete; in the sample it was fitted to, so somewhat too good).`,
  }),
  association: {
    zh: "这是关联，不是原因：流失快的客户可能本来就不同。",
    en: "Associations, not causes: customers who leave sooner may have been different from the start.",
  },
  fewEvents: (events: number, parameters: number): Bilingual => ({
    zh: `只有 ${events} 位流失客户，却有 ${parameters} 个系数；每个系数少于 10 次流失，结果不稳定。`,
    en: `${events} customers left for ${parameters} coefficients: with fewer than 10 for each, results are unstable.`,
  }),
  noModel: {
    zh: "模型无法估计：回答太少、没有人流失，或因素之间互相决定。",
    en: "The model cannot be estimated: too few answers, nobody left, or predictors follow from each other.",
  },
  leftOutOfModel: (names: Bilingual): Bilingual => ({
    zh: `${names.zh}可显示的组不足两个，未放入模型。`,
    en: `${names.en}: fewer than two groups may be shown; not in the model.`,
  }),
  separated: {
    zh: "某个因素把流失与留存的客户完全分开，系数没有上限，模型不给出。",
    en: "A predictor tells all who left from all who stayed: its coefficient has no limit, and no model is given.",
  },
  logit: { zh: "到目前为止是否流失（logit）", en: "Having left by now (logit)" },
  logitReading: (auc: string): Bilingual => ({
    zh: `AUC = ${auc}（0.5 为随机，按同一批数据计算）。加权设计下此模型不加权。`,
    en: `AUC = ${auc} (0.5 is chance; in the sample). This model counts every customer once.`,
  }),
  logitCaution: {
    zh: "logit 不看时间：来得晚的客户还没有机会流失。判断快慢请以 Cox 为准。",
    en: "A logit ignores time: those who came late had no chance yet to leave. For the pace go by Cox's model.",
  },
  leftOut: (n: string): Bilingual => ({
    zh: `有 ${n} 位客户的时间或状态未知，未计入。`,
    en: `${n} customers of unknown time or state are not counted.`,
  }),
} as const;
