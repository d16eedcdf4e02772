import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const trendTerms = {
  measure: term("measure", "指标", "Measure"),
  method: term("method", "方法", "Method"),
  perWave: term("change-per-wave", "每期变化", "Change a wave"),
  perUnit: term("change-per-wave", "每单位时间的变化", "Change a unit of time"),
  perGroup: term("change-per-wave", "每升一组的变化", "Change a group"),
  top: term("top-share", "满意占比", "Share satisfied"),
  centre: term("centre", "中心线", "Centre"),
  lower: term("lower-limit", "下限", "Lower limit"),
  upper: term("upper-limit", "上限", "Upper limit"),
  signal: term("signal", "信号", "Signal"),
} as const;

const charts = {
  p: { zh: "p 控制图", en: "p-chart" },
  laney: { zh: "Laney p′ 控制图", en: "Laney's p′-chart" },
  xmr: { zh: "XmR 单值图", en: "XmR chart" },
  ewma: { zh: "EWMA 图", en: "EWMA chart" },
} as const;
export type ControlChartKind = keyof typeof charts;

const trendWave: Bilingual = { zh: "期次", en: "Wave" };

export const trendWords = {
  title: { zh: "趋势", en: "Trend" },
  method: {
    zh: "主要判断：把各期估计值连同其误差拟合直线（Satterthwaite t），多个指标按 Holm 校正。另列 Mann–Kendall 检验与 Sen 斜率（只看各期次序）、Jonckheere 检验（逐份回答）和占比的 Cochran–Armitage 检验作对照。",
    en: "The verdict rests on a straight line through the waves' estimates with their errors (Satterthwaite's t), Holm-corrected over several measures. Beside it, for comparison: Mann–Kendall and Sen's slope (the order of the waves alone), Jonckheere (every answer) and Cochran–Armitage (shares).",
  },
  chartMethod: {
    zh: "控制图按 Montgomery 的界限与连续同侧规则判读；Laney（2002）的 p′ 图适用于大样本。",
    en: "Control charts by Montgomery's limits and a run on one side; Laney's p′ (2002) is for large samples.",
  },
  overview: { zh: "各指标的趋势", en: "Trend by measure" },
  verdicts: {
    rising: { zh: "上升", en: "rising" },
    falling: { zh: "下降", en: "falling" },
    "no-evidence": { zh: "无显著趋势", en: "no evidence of a trend" },
  },
  verdictsByScale: {
    rising: { zh: "按组的次序上升", en: "higher along the order of the groups" },
    falling: { zh: "按组的次序下降", en: "lower along the order of the groups" },
    "no-evidence": { zh: "按组的次序无显著趋势", en: "no evidence of a trend along the order of the groups" },
  },
  orderOfScale: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `“${zh}”的各组按编码表的次序排列，不一定是时间先后；次序若没有含义，这里的趋势也没有含义。`,
    en: `The groups of “${en}” stand in the order of their scale, which need not be an order of time. Where that order has no meaning, neither has the trend.`,
  }),
  withheldWaves: (required: number, minimum: number): Bilingual => ({
    zh: `可显示的不足 ${required} 个：单个期次（或组）的回答者不到 ${minimum} 人，或一经显示即可推出这样的期次，为保护个人不显示。`,
    en: `Fewer than ${required} waves or groups can be shown: single ones have fewer than ${minimum} respondents, or would tell of such a one, and are withheld to protect them.`,
  }),
  exactNote: (waves: number, least: string): Bilingual => ({
    zh: `只有 ${waves} 个点时，Mann–Kendall 的精确 p 值最小也只能到 ${least}。`,
    en: `With ${waves} points the exact p of Mann–Kendall cannot fall below ${least}.`,
  }),
  index: ({ zh, en }: Bilingual): Bilingual => ({ zh: `${zh}（0–100）`, en: `${en} (0–100)` }),
  nps: ({ zh, en }: Bilingual): Bilingual => ({ zh: `${zh}（NPS）`, en: `${en} (NPS)` }),
  waves: ({ zh, en }: Bilingual, over: Bilingual): Bilingual => ({
    zh: `${zh}：按${over.zh}`,
    en: `${en}: by ${over.en === trendWave.en ? "wave" : over.en}`,
  }),
  tests: ({ zh, en }: Bilingual): Bilingual => ({ zh: `${zh}：趋势检验`, en: `${en}: tests of a trend` }),
  testsNote: {
    zh: "Jonckheere 与 Cochran–Armitage 每人只算一次，不加权；Mann–Kendall 在点数少时用精确 p 值。",
    en: "Jonckheere and Cochran–Armitage count every respondent once, unweighted. Mann–Kendall is exact where points are few.",
  },
  line: { zh: "估计值的直线", en: "Line through the estimates" },
  kendall: { zh: "Mann–Kendall（τ-b）", en: "Mann–Kendall (τ-b)" },
  sen: { zh: "Sen 斜率", en: "Sen's slope" },
  jonckheere: { zh: "Jonckheere–Terpstra", en: "Jonckheere–Terpstra" },
  armitage: { zh: "满意占比的趋势（Cochran–Armitage）", en: "Share satisfied (Cochran–Armitage)" },
  departure: ({ zh, en }: Bilingual, p: string): Bilingual => ({
    zh: `${zh}的各期偏离直线（p ${p}）：变化不是匀速的，请看各期而不是平均斜率。`,
    en: `${en} does not follow a straight line (p ${p}): look at the waves rather than at the slope.`,
  }),
  tooFewWaves: (required: number): Bilingual => ({
    zh: `可显示的期次少于 ${required} 期，看不出趋势。`,
    en: `Fewer than ${required} waves can be shown: there is no trend to see.`,
  }),
  chartTitle: (kind: ControlChartKind, { zh, en }: Bilingual, signals: number): Bilingual => ({
    zh: `${charts[kind].zh}：${zh}${signals === 0 ? "，各期都在界限内" : `，${signals} 期有信号`}`,
    en: `${charts[kind].en}, ${en}: ${signals === 0 ? "every wave within its limits" : `${signals} waves give a signal`}`,
  }),
  chartTable: (kind: ControlChartKind, { zh, en }: Bilingual): Bilingual => ({
    zh: `${charts[kind].zh}：${zh}`,
    en: `${charts[kind].en}: ${en}`,
  }),
  beyond: { zh: "超出界限", en: "beyond the limits" },
  run: (length: number): Bilingual => ({ zh: `连续 ${length} 期同侧`, en: `${length} in a row on one side` }),
  beyondAndRun: (length: number): Bilingual => ({
    zh: `超出界限；连续 ${length} 期同侧`,
    en: `beyond the limits; ${length} in a row on one side`,
  }),
  quiet: { zh: "无", en: "none" },
  tooFewForChart: (waves: number, required: number): Bilingual => ({
    zh: `只有 ${waves} 期，控制图至少要 ${required} 期，未绘制。`,
    en: `${waves} waves: a control chart needs at least ${required} and is not drawn.`,
  }),
  noChart: { zh: "各期全部相同，控制图没有界限。", en: "All waves are alike: a control chart has no limits." },
  fewForLimits: (waves: number): Bilingual => ({
    zh: `界限只由 ${waves} 期算出，是暂时的；约 20 期后才稳定。`,
    en: `The limits rest on ${waves} waves and are provisional; they settle after about 20.`,
  }),
  laneySigma: (sigma: string): Bilingual => ({
    zh: `各期波动约为抽样误差的 ${sigma} 倍。`,
    en: `Waves vary ${sigma} times as much as sampling alone would make them.`,
  }),
  effective: {
    zh: "加权后的占比按有效 n 计算界限。",
    en: "Limits of weighted shares go by the effective n.",
  },
  trendChart: ({ zh, en }: Bilingual, verdict: Bilingual): Bilingual => ({
    zh: `${zh}：${verdict.zh}`,
    en: `${en}: ${verdict.en}`,
  }),
  wave: trendWave,
  score: { zh: "得分", en: "Score" },
  notCause: {
    zh: "趋势说明变化，不说明原因：季节、样本构成和问法改动也会造成趋势。",
    en: "A trend tells of a change, not of its cause: seasons, the makeup of the sample and reworded questions make trends too.",
  },
} as const;
