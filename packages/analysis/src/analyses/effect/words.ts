import type { Verdict } from "@manyi/statistics/effect/change-verdict";
import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const effectTerms = {
  when: term("time", "时间", "Time"),
  effect: term("effect", "效果", "Effect"),
  part: term("part", "项目", "Part"),
  line: term("line", "拟合线", "Fitted line"),
} as const;

export type EffectKind = "before-after" | "difference-in-differences" | "interrupted-series";

const verdicts: Readonly<Record<Verdict, Bilingual>> = {
  improved: { zh: "有改善", en: "improved" },
  worsened: { zh: "变差", en: "worsened" },
  "no-evidence": { zh: "没有证据表明有变化", en: "no evidence of a change" },
  "no-relevant-change": { zh: "变化小于有意义的幅度", en: "no change that matters" },
};

export const effectWords = {
  titles: {
    "before-after": { zh: "措施效果：前后比较", en: "Effect of a measure: before and after" },
    "difference-in-differences": { zh: "措施效果：双重差分", en: "Effect of a measure: difference in differences" },
    "interrupted-series": { zh: "措施效果：中断时间序列", en: "Effect of a measure: interrupted series" },
  } satisfies Readonly<Record<EffectKind, Bilingual>>,
  methods: {
    "before-after": {
      zh: "措施前后不同受访者的均值之差（Welch t；加权时用有效 n）。只比较前后，不能排除季节、价格或样本变化的影响。",
      en: "Difference of the means before and after, of different respondents (Welch's t; with weights at the effective n). Before and after alone do not rule out seasons, prices or another mix of respondents.",
    },
    "difference-in-differences": {
      zh: "双重差分（Card 与 Krueger 1994）：有措施者的变化减去无措施者的变化，误差按 Taylor 线性化，指定群集时按群集计算。前提是没有措施时两组本会同样变化。",
      en: "Difference in differences (Card & Krueger 1994): the change of those with the measure less that of those without, with linearised errors, by clusters where they are named. It rests on both having changed alike without the measure.",
    },
    "interrupted-series": {
      zh: "中断时间序列（Wagner 等 2002）：措施前后各拟合一段直线，误差用 Newey–West 并作小样本修正。前提是同一时间没有别的大变化。",
      en: "Interrupted series (Wagner et al. 2002): a line before and after, errors by Newey & West corrected for short series. It rests on nothing else of weight having changed at that time.",
    },
  } satisfies Readonly<Record<EffectKind, Bilingual>>,
  verdicts,
  before: { zh: "之前", en: "Before" },
  after: { zh: "之后", en: "After" },
  with: { zh: "有措施", en: "With the measure" },
  without: { zh: "无措施", en: "Without it" },
  joined: (a: Bilingual, b: Bilingual): Bilingual => ({ zh: `${a.zh}，${b.zh}`, en: `${a.en}, ${b.en.toLowerCase()}` }),
  means: ({ zh, en }: Bilingual): Bilingual => ({ zh: `“${zh}”前后的均值`, en: `Means of “${en}”` }),
  effects: ({ zh, en }: Bilingual): Bilingual => ({ zh: `“${zh}”的变化`, en: `Change of “${en}”` }),
  change: { zh: "后减前", en: "After less before" },
  changeWith: { zh: "有措施者的变化", en: "Change with the measure" },
  changeWithout: { zh: "无措施者的变化", en: "Change without it" },
  did: { zh: "双重差分", en: "Difference in differences" },
  levelBefore: { zh: "措施开始时的水平（按之前的趋势）", en: "Level at the start, by the trend before" },
  slopeBefore: { zh: "之前每期变化", en: "Change a wave before" },
  levelChange: { zh: "措施开始时的跃变", en: "Step at the start" },
  slopeChange: { zh: "每期变化的改变", en: "Change of the slope" },
  effectAtEnd: { zh: "到最后一期的累计效果", en: "Effect by the last wave" },
  reading: ({ zh, en }: Bilingual, verdict: Verdict, value: string, range: string): Bilingual => ({
    zh: `“${zh}”：${verdicts[verdict].zh}（${value}，区间 ${range}）。`,
    en: `“${en}”: ${verdicts[verdict].en} (${value}, interval ${range}).`,
  }),
  worthwhile: (change: string): Bilingual => ({
    zh: `有意义的幅度事先定为 ${change}。`,
    en: `The smallest change that matters was set at ${change} beforehand.`,
  }),
  noEvidence: {
    zh: "“没有证据”不等于“没有变化”：区间里既有无变化，也有值得在意的变化，需要更多回答。",
    en: "No evidence is not evidence of no change: the interval holds none at all as well as some that would matter. More answers are needed.",
  },
  cause: {
    "before-after": {
      zh: "前后之差不等于措施的效果。若有没有实施措施的网点，请改用双重差分。",
      en: "A difference between before and after is not yet the effect of the measure. Where others had no measure, take the difference in differences.",
    },
    "difference-in-differences": {
      zh: "请先看措施之前两组的变化是否相同；若本来就不同，差分不是效果。",
      en: "Look first whether both changed alike before the measure; if they did not, the difference is not its effect.",
    },
    "interrupted-series": {
      zh: "措施之外同一时间的变化（价格、季节、问法）也会表现为跃变。",
      en: "Anything else of that time (prices, seasons, wording) shows as a step as well.",
    },
  } satisfies Readonly<Record<EffectKind, Bilingual>>,
  clustered: (clusters: number): Bilingual => ({
    zh: `区间按 ${clusters} 个群集计算；同一群集内的受访者不是独立的。`,
    en: `The interval goes by ${clusters} clusters, within which respondents are not independent.`,
  }),
  notClustered: {
    zh: "措施若按网点实施，请在 clusters 中写明网点列，否则区间偏窄。",
    en: "If the measure was taken by whole branches, name their column as clusters: otherwise the interval is too narrow.",
  },
  clustersUnused: {
    zh: "这种比较没有按群集的算法，区间把每位受访者当作独立的，可能偏窄。",
    en: "This comparison has no form for clusters: its interval takes respondents as independent and may be too narrow.",
  },
  tooFewClusters: {
    zh: "有措施和无措施的群集各需至少两个。",
    en: "At least two clusters with the measure and two without are needed.",
  },
  withheld: (minimum: number): Bilingual => ({
    zh: `要比较的组或期次少于 ${minimum} 人，或一经显示即可推出这样的组，为保护个人不显示，因此无法比较。`,
    en: `The groups or waves to compare have fewer than ${minimum} respondents, or would tell of such a group. They are withheld to protect them, so there is nothing to compare.`,
  }),
  emptySide: (n: number, required: number): Bilingual => ({
    zh: `要比较的各部分（之前与之后，有措施与无措施）中，回答最少的只有 ${n} 份，至少需要 ${required} 份。`,
    en: `Of the sides to compare (before and after, with the measure and without it) the smallest has ${n} usable ${n === 1 ? "answer" : "answers"}; at least ${required} are needed in each.`,
  }),
  tooFewPoints: (before: number, after: number): Bilingual => ({
    zh: `措施前有 ${before} 期、后有 ${after} 期可用，各需至少 3 期，最好 8 期以上。`,
    en: `${before} waves before and ${after} after can be used; at least 3 on each side are needed, 8 or more are better.`,
  }),
  onLines: {
    zh: "各期恰好落在两条直线上，没有误差可供判断。",
    en: "The waves lie exactly on two lines: nothing tells how sure the step is.",
  },
  fewPoints: (waves: number): Bilingual => ({
    zh: `只有 ${waves} 期，区间只能当作大致范围；8 期以上的每一侧才可靠。`,
    en: `With ${waves} waves take the intervals as rough; series of 8 waves or more on each side are reliable.`,
  }),
  noQuestion: { zh: "没有要评价的题目。", en: "There is no question to judge by." },
  wave: { zh: "期次", en: "Wave" },
  continued: { zh: "之前的趋势延长", en: "Trend before, continued" },
  observed: { zh: "各期均值", en: "Mean of the wave" },
  fitted: { zh: "拟合", en: "Fitted" },
  seriesTitle: ({ zh, en }: Bilingual, verdict: Verdict): Bilingual => ({
    zh: `${zh}：${verdicts[verdict].zh}`,
    en: `${en}: ${verdicts[verdict].en}`,
  }),
} as const;
