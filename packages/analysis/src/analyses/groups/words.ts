import type { LocalText } from "@manyi/study/definition/local-text";
import type { Term } from "../result/cells.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";
import { shortened } from "../words/shortened.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

const quoted = (label: LocalText): Bilingual => {
  const { zh, en } = bilingual(label);
  return { zh: `“${zh}”`, en: `“${en}”` };
};

export const groupTerms = {
  outcome: term("outcome", "结果", "Outcome"),
  numerator: term("degrees-of-freedom", "自由度", "df"),
  denominator: term("denominator-degrees-of-freedom", "分母自由度", "Denominator df"),
  meanRank: term("mean-rank", "平均秩", "Mean rank"),
  place: term("mean-place", "平均位置", "Mean place"),
  cohensD: term("cohens-d", "Cohen d", "Cohen's d"),
  cliffsDelta: term("cliffs-delta", "Cliff δ", "Cliff's δ"),
  rankDifference: term("rank-difference", "平均秩之差", "Difference of mean ranks"),
  placeDifference: term("place-difference", "平均位置之差", "Difference of mean places"),
  pair: term("pair", "前题 − 后题", "First − second"),
  firstMean: term("first-mean", "前题均值", "First mean"),
  secondMean: term("second-mean", "后题均值", "Second mean"),
  standardised: term("standardised", "d_z", "d_z"),
  changed: term("changed", "两题不同的人", "Answers that differ"),
  rankBiserial: term("rank-biserial", "秩二列相关", "Rank-biserial"),
} as const;

/** Tests, as rows of a table and inside sentences. */
export const testNames = {
  welchT: { zh: "Welch t 检验", en: "Welch's t" },
  welchAnova: { zh: "Welch 方差分析", en: "Welch's analysis of variance" },
  anova: { zh: "方差分析（假定方差相等）", en: "Analysis of variance (equal variances)" },
  spread: { zh: "方差齐性（Levene，中位数）", en: "Equal variances (Levene, median)" },
  wald: { zh: "Wald F 检验（加权）", en: "Wald's F (weighted)" },
  clusteredWald: { zh: "Wald F 检验（按群）", en: "Wald's F (clusters)" },
  kruskalWallis: { zh: "Kruskal–Wallis 检验", en: "Kruskal–Wallis" },
  mannWhitney: { zh: "Mann–Whitney 检验", en: "Mann–Whitney" },
  weightedRanks: { zh: "加权秩检验", en: "Weighted rank test" },
  clusteredRanks: { zh: "秩检验（按群）", en: "Rank test (clusters)" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What an effect size says; all 0 where groups do not differ. */
export const effectNames = {
  omegaSquared: { zh: "ω²", en: "ω²" },
  epsilonSquared: { zh: "ε²", en: "ε²" },
  cohensD: { zh: "d", en: "d" },
  cliffsDelta: { zh: "δ", en: "δ" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const groupsWords = {
  title: (by: LocalText): Bilingual => ({
    zh: `组间差异：按${bilingual(by).zh}`,
    en: `Differences by ${bilingual(by).en}`,
  }),
  pairedTitle: { zh: "同一批受访者的两题比较", en: "Two answers of the same people" },
  methods: {
    means: {
      plain: {
        zh: "各组均值附 t 区间。全部组一起用 Welch 方差分析（1951）检验，不要求各组方差相等；两两比较用 Games–Howell（1976），区间与 p 同时对所有比较成立；只有两组时用 Welch t。效应量为 Cohen d，即以两组合并标准差为单位的差异。",
        en: "Means with t intervals. All groups together by Welch's analysis of variance (1951), which does not ask for equal variances; pairs by Games and Howell (1976), whose intervals and p-values hold for all pairs at once; two groups by Welch's t. Effect size: Cohen's d, the difference in pooled standard deviations.",
      },
      weighted: {
        zh: "加权均值，标准误线性化。全部组一起用 Wald F 检验（附 Welch 小组校正），两两比较用按抽样设计的 t 检验（Lumley 2010）。",
        en: "Weighted means with linearised errors. All groups together by Wald's F with Welch's correction for small groups, pairs by design-based t tests (Lumley 2010).",
      },
      clustered: {
        zh: "均值的标准误按群计算：同一群的客户回答相近，独立的单位是群而不是客户。全部组一起用 Wald F 检验，两两比较用 t 检验，自由度按群数（Lumley 2010）。",
        en: "Errors come from the clusters, whose members answer alike: clusters, not customers, are the independent units. All groups together by Wald's F, pairs by t, on the number of clusters (Lumley 2010).",
      },
    },
    ranks: {
      plain: {
        zh: "只用回答的次序。全部组一起用 Kruskal–Wallis 检验（1952），两两比较用 Dunn 检验（1964），只有两组时用 Mann–Whitney 检验。效应量为 Cliff δ：随机各取一人，前组较高的概率减去较低的概率。",
        en: "By the order of the answers alone. All groups together by Kruskal and Wallis (1952), pairs by Dunn (1964), two groups by Mann and Whitney. Effect size: Cliff's δ, how often one of the first group answers higher than one of the second, less how often lower.",
      },
      weighted: {
        zh: "只用回答的次序：每个回答换成它在加权总体中的位置（回答更低者的占比，加同分者的一半），再比较各组的平均位置（Lumley & Scott 2013）。",
        en: "By the order of the answers alone: each answer becomes its place in the weighted population (the share answering lower, and half of those equal), and the groups' mean places are compared (Lumley & Scott 2013).",
      },
      clustered: {
        zh: "只用回答的次序：每个回答换成它在总体中的位置（回答更低者的占比，加同分者的一半），再比较各组的平均位置；标准误按群计算（Lumley & Scott 2013）。",
        en: "By the order of the answers alone: each answer becomes its place in the population (the share answering lower, and half of those equal), and mean places are compared with errors from the clusters (Lumley & Scott 2013).",
      },
    },
  },
  pairedMethod: (weighting: "plain" | "weighted"): Bilingual => ({
    zh: `每对题目只用两题都回答的受访者。差异为前题减后题，${weighting === "plain" ? "配对 t 检验；d_z 是以差值标准差为单位的差异。Wilcoxon 符号秩检验只用差值的大小次序。" : "加权，标准误线性化，t 自由度按有效样本量。Wilcoxon 符号秩检验没有加权形式，每位受访者计一次。"}`,
    en: `Each pair rests on those who answered both. The difference is first minus second, ${weighting === "plain" ? "tested by the paired t; d_z is the difference in standard deviations of the differences. Wilcoxon's signed rank test goes by the order of the differences alone." : "weighted, with linearised errors and t on effective sizes. Wilcoxon's signed rank test has no weighted form and counts every respondent once."}`,
  }),
  corrected: (correction: Bilingual): Bilingual => ({
    zh: `校正后 p：表内各项一起按 ${correction.zh} 校正。`,
    en: `Adjusted p: corrected over the rows by ${correction.en}.`,
  }),
  correctedOverOutcomes: (correction: Bilingual): Bilingual => ({
    zh: `校正后 p：每个结果的第一项检验，在各结果之间按 ${correction.zh} 校正。`,
    en: `Adjusted p: the first test of each outcome, corrected over the outcomes by ${correction.en}.`,
  }),
  simultaneous: {
    zh: "区间与 p 由学生化极差得出，对所有比较同时成立。",
    en: "Intervals and p-values come from the studentised range and hold for all pairs at once.",
  },
  withinOutcome: {
    zh: "这里的 p 对本结果的全部两两比较成立，没有在各结果之间校正。",
    en: "These p-values hold for all pairs of this outcome; they are not corrected over the outcomes.",
  },
  trustJoint: (outcome: LocalText): Bilingual => ({
    zh: `${quoted(outcome).zh}：两两比较中有显著的一对，但全部组一起的检验（校正后）不显著。请以后者为准，这一对只当作线索。`,
    en: `${quoted(outcome).en}: a pair is significant, but the test of all groups together, as corrected, is not. Go by the latter and take the pair as a hint only.`,
  }),
  omega: {
    zh: "ω²：分组解释的方差比例（已扣除偶然部分）。",
    en: "ω²: share of variance that the groups explain, less what chance would.",
  },
  cohensD: {
    zh: "d：两组均值之差除以合并标准差。",
    en: "d: difference of the means in pooled standard deviations.",
  },
  cliffsDelta: {
    zh: "δ：随机各取一人，前组较高的概率减去较低的概率。",
    en: "δ: how often one of the first group answers higher than one of the second, less how often lower.",
  },
  epsilon: { zh: "ε²：分组解释的秩的方差比例。", en: "ε²: share of the ranks' variance that the groups explain." },
  tests: { zh: "全部组的检验", en: "Tests of all groups" },
  groupsOf: (outcome: LocalText): Bilingual => ({
    zh: `${bilingual(outcome).zh}：各组`,
    en: `${bilingual(outcome).en}: the groups`,
  }),
  pairsOf: (outcome: LocalText): Bilingual => ({
    zh: `${bilingual(outcome).zh}：两两比较`,
    en: `${bilingual(outcome).en}: pairs`,
  }),
  pairOf: (first: LocalText, second: LocalText): Bilingual => {
    const [a, b] = [shortened(first), shortened(second)];
    return { zh: `${a.zh} − ${b.zh}`, en: `${a.en} − ${b.en}` };
  },
  leftOut: (shown: number, left: number): Bilingual => ({
    zh: `只列校正后 p 最小的 ${shown} 对，另有 ${left} 对未列出。`,
    en: `The ${shown} pairs with the smallest adjusted p; ${left} more ${left === 1 ? "is" : "are"} left out.`,
  }),
  testOf: (outcome: LocalText, test: LocalText): Bilingual => {
    const [a, b] = [shortened(outcome), bilingual(test)];
    return { zh: `${a.zh}：${b.zh}`, en: `${a.en}: ${b.en}` };
  },
  differ: (outcome: LocalText, test: LocalText, p: string, pairs: Bilingual | null): Bilingual => ({
    zh: `${quoted(outcome).zh}在各组之间有显著差异（${bilingual(test).zh}，校正后 ${p}）${pairs === null ? "。" : `；差异明确的有：${pairs.zh}。`}`,
    en: `${quoted(outcome).en} differs between the groups (${bilingual(test).en}, adjusted ${p})${pairs === null ? "." : `; clearly: ${pairs.en}.`}`,
  }),
  noEvidence: (outcome: LocalText, test: LocalText, p: string): Bilingual => ({
    zh: `没有证据表明${quoted(outcome).zh}在各组之间有差异（${bilingual(test).zh}，校正后 ${p}）。`,
    en: `There is no evidence that ${quoted(outcome).en} differs between the groups (${bilingual(test).en}, adjusted ${p}).`,
  }),
  higher: (first: LocalText, second: LocalText): Bilingual => ({
    zh: `${quoted(first).zh}高于${quoted(second).zh}`,
    en: `${quoted(first).en} above ${quoted(second).en}`,
  }),
  more: (count: number): Bilingual => ({ zh: `等 ${count} 对`, en: `and others, ${count} pairs in all` }),
  chartMeans: (outcome: LocalText): Bilingual => ({
    zh: `${bilingual(outcome).zh}：各组均值`,
    en: `${bilingual(outcome).en}: mean by group`,
  }),
  chartDiffer: (outcome: LocalText, lowest: Bilingual, highest: Bilingual): Bilingual => ({
    zh: `${quoted(outcome).zh}的均值：从${lowest.zh}到${highest.zh}`,
    en: `Means of ${quoted(outcome).en}: from ${lowest.en} to ${highest.en}`,
  }),
  valued: (group: LocalText, value: string): Bilingual => ({
    zh: `${quoted(group).zh}（${value}）`,
    en: `${quoted(group).en} (${value})`,
  }),
  chartNoEvidence: (outcome: LocalText): Bilingual => ({
    zh: `没有证据表明${quoted(outcome).zh}的均值在各组之间有差异`,
    en: `No evidence that means of ${quoted(outcome).en} differ between the groups`,
  }),
  all: { zh: "所示各组合计", en: "All groups shown" },
  tooFewGroups: (outcome: LocalText, minimum: number): Bilingual => ({
    zh: `${quoted(outcome).zh}：达到 ${minimum} 人且可以显示的组不足两个，无法比较。`,
    en: `${quoted(outcome).en}: fewer than two groups of ${minimum} respondents can be shown, so there is nothing to compare.`,
  }),
  notTested: (outcome: LocalText): Bilingual => ({
    zh: `${quoted(outcome).zh}：组内回答全部相同，或独立的回答（群）太少，无法检验。`,
    en: `${quoted(outcome).en}: the answers within groups do not vary, or there are too few of them (or of clusters), so there is no test.`,
  }),
  hiddenNote: (minimum: number): Bilingual => ({
    zh: `不显示的组不计入任何合计与检验（少于 ${minimum} 人，或一经显示即可推出这样的组）。`,
    en: `Groups that are not shown are in no total or test (fewer than ${minimum} respondents, or such a group could be worked out from them).`,
  }),
  association: {
    zh: "组间差异不说明原因：各组在其他方面也可能不同。",
    en: "A difference between groups names no cause: the groups may differ in other ways too.",
  },
  sizes: {
    zh: "统计显著不等于重要：样本大时很小的差异也会显著，请看差异的大小及其区间。",
    en: "Significant is not important: in large samples small differences are significant too. Look at their size and interval.",
  },
  pairedTable: { zh: "前题与后题的均值之差", en: "Differences of means" },
  signedRanks: { zh: "Wilcoxon 符号秩检验", en: "Wilcoxon's signed rank test" },
  signedRanksNote: (correction: Bilingual): Bilingual => ({
    zh: `两题回答相同的人不参与排秩。秩二列相关为正表示前题较高。校正后 p：按 ${correction.zh} 校正。`,
    en: `Those with equal answers have no rank. Rank-biserial above 0: the first is higher. Adjusted p: corrected by ${correction.en}.`,
  }),
  pairedChart: (names: Bilingual | null): Bilingual =>
    names === null
      ? { zh: "没有证据表明两题的均值有差异", en: "No evidence that the two means differ" }
      : { zh: `均值有差异的是：${names.zh}`, en: `Means differ: ${names.en}` },
  noPair: { zh: "没有一对题目有足够的、有差异的回答可以比较。", en: "No pair has enough varying answers to compare." },
} as const;
