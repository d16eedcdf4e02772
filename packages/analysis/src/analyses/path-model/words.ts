import type { Inadmissibility } from "@manyi/statistics/path-model/consistent/admissibility";
import type { InnerScheme } from "@manyi/statistics/path-model/path-model";
import type { LocalText } from "@manyi/study/definition/local-text";
import { fixed } from "../../format/number.ts";
import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const pathTerms = {
  construct: term("construct", "变量", "Construct"),
  items: term("items", "题数", "Items"),
  index: term("index", "指数 0–100", "Index 0–100"),
  rSquared: term("r-squared", "R²", "R²"),
  effectOn: ({ zh, en }: Bilingual): Term =>
    term("effect-of-a-point", `提高 1 分时${zh}的变化`, `Effect of +1 point on ${en.toLowerCase()}`),
  path: term("path", "路径", "Path"),
  fSquared: term("f-squared", "f²", "f²"),
  inflation: term("vif", "VIF", "VIF"),
  direct: term("direct-effect", "直接效应", "Direct"),
  indirect: term("indirect-effect", "间接效应", "Indirect"),
  total: term("total-effect", "总效应", "Total"),
  loading: term("loading", "载荷", "Loading"),
  weight: term("outer-weight", "权重", "Weight"),
  itemIndex: term("item-index", "得分 0–100", "Score 0–100"),
  alpha: term("alpha", "Cronbach α", "Cronbach's α"),
  rhoA: term("rho-a", "ρA", "ρA"),
  rhoC: term("rho-c", "组合信度 ρC", "ρC"),
  averageVariance: term("average-variance-extracted", "AVE", "AVE"),
  kind: term("kind", "说明", "Kind"),
  pair: term("pair", "两个变量", "Two constructs"),
  correlation: term("correlation", "相关", "Correlation"),
  htmt: term("htmt", "HTMT", "HTMT"),
  fornellLarcker: term("fornell-larcker", "Fornell–Larcker", "Fornell–Larcker"),
  plain: term("pls", "PLS", "PLS"),
  corrected: term("plsc", "一致 PLS", "Consistent PLS"),
  q2: term("q-squared", "Q²", "Q²"),
  modelError: term("rmse-model", "路径模型 RMSE", "RMSE, path model"),
  linearError: term("rmse-linear", "线性回归 RMSE", "RMSE, regression"),
  composition: term("composition", "构成相关 c", "Composition c"),
  compositionP: term("composition-p", "构成 p", "Composition p"),
  meanP: term("mean-p", "均值 p", "Mean p"),
  varianceP: term("variance-p", "方差 p", "Variance p"),
} as const;

const schemes: Readonly<Record<InnerScheme, Bilingual>> = {
  path: { zh: "路径加权方案", en: "path scheme" },
  centroid: { zh: "重心加权方案", en: "centroid scheme" },
  factorial: { zh: "因子加权方案", en: "factorial scheme" },
};

const inadmissibility: Readonly<Record<Inadmissibility["code"], Bilingual>> = {
  "reliability-above-one": { zh: "信度超过 1", en: "a reliability above 1" },
  "loading-above-one": { zh: "载荷超过 1", en: "a loading above 1" },
  "correlation-above-one": { zh: "变量间相关超过 1", en: "a correlation of constructs above 1" },
  "not-positive-semidefinite": { zh: "相关矩阵不可能出现", en: "correlations that no variables have" },
  "r-squared-above-one": { zh: "R² 超过 1", en: "an R² above 1" },
};

export const pathWords = {
  ownTitle: { zh: "满意度路径模型", en: "Path model of satisfaction" },
  method: (scheme: InnerScheme, interval: "percentile" | "bca"): Bilingual => ({
    zh: `在每道题都有评分的受访者中用偏最小二乘路径模型估计（PLS-PM，${schemes[scheme].zh}；Wold 1982，Tenenhaus 等 2005），指数按 Fornell 等（1996）由题目原来的单位换算到 0–100；区间来自自助法（每次重抽样的变量方向与样本一致，${interval === "bca" ? "BCa" : "百分位"}）。题目已统一为分值越高越满意。`,
    en: `Partial least squares path model among respondents who rated every item (PLS-PM, ${schemes[scheme].en}; Wold 1982, Tenenhaus et al. 2005); index on 0–100 from the items' own units (Fornell et al. 1996); ${interval === "bca" ? "BCa" : "percentile"} intervals by bootstrap, constructs turned as in the sample. Items are turned so that higher is better.`,
  }),
  singular: ({ zh, en }: Bilingual): LocalText => ({
    zh: `${zh}的题目或影响它的变量可以由其余的完全算出，请去掉重复的一个。`,
    en: `Items of ${en}, or constructs that act on it, follow exactly from others. Leave one out.`,
  }),
  unrelated: ({ zh, en }: Bilingual): LocalText => ({
    zh: `${zh}的题目与相邻变量的题目毫无相关，无法得到权重。请检查题目归属。`,
    en: `Items of ${en} have nothing in common with the constructs it is joined to. Check where its items belong.`,
  }),
  indexIs: (
    { zh, en }: Bilingual,
    {
      value,
      interval,
    }: { readonly value: number; readonly interval: { readonly lower: number; readonly upper: number } | null },
    n: number,
  ): Bilingual => {
    const range = interval === null ? null : `${fixed(interval.lower, 1)}–${fixed(interval.upper, 1)}`;
    return {
      zh: `${zh}指数为 ${fixed(value, 1)} 分（${range === null ? "" : `区间 ${range}，`}n = ${fixed(n, 0)}）。`,
      en: `The index of ${en.toLowerCase()} is ${fixed(value, 1)} (${range === null ? "" : `interval ${range}, `}n = ${fixed(n, 0)}).`,
    };
  },
  strongest: (driver: Bilingual, target: Bilingual, value: number): Bilingual => ({
    zh: `按模型推断，影响最大的是${driver.zh}：它的指数每提高 1 分，${target.zh}指数预计提高 ${fixed(value, 2)} 分。`,
    en: `By the model, ${driver.en.toLowerCase()} matters most: for each point that its index gains, ${target.en.toLowerCase()} is expected to gain ${fixed(value, 2)}.`,
  }),
  noDriver: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `没有一个变量对${zh}的作用明确大于 0。`,
    en: `No construct has an effect on ${en.toLowerCase()} that is clearly above 0.`,
  }),
  indices: { zh: "各变量的指数及其作用", en: "Index of each construct, and what it moves" },
  indexNote: {
    zh: "全部答最低分为 0，全部答最高分为 100。R² 是被其他变量解释的比例。加粗的一行是目标变量本身。",
    en: "Lowest answers throughout give 0, highest 100. R² is the share that other constructs explain. The bold row is the target itself.",
  },
  effectNote: {
    zh: "末列：该变量的指数提高 1 分，目标指数经所有路径预计提高几分（Fornell；重要性—表现分析）。",
    en: "Last column: points by which the target's index is expected to rise with one point of this one, along all paths (importance–performance map).",
  },
  noIndex: (construct: Bilingual, items: Bilingual): Bilingual => ({
    zh: `${construct.zh}没有指数：${items.zh}的权重不是正数，得分越高指数反而越低。请检查是否需要反向计分，或是否归错了变量。`,
    en: `${construct.en} has no index: the weight of ${items.en} is not positive, so that the index would fall where it rises. Check whether it must be reversed, or belongs elsewhere.`,
  }),
  chart: (clear: number, all: number): Bilingual => ({
    zh: `${all} 条路径中有 ${clear} 条作用明确`,
    en: `${clear} of ${all} paths are clear`,
  }),
  paths: { zh: "路径系数", en: "Path coefficients" },
  pathsNote: {
    zh: "系数是标准化的：前者高 1 个标准差，后者预计高几个标准差（其他前因不变）。判断看区间是否跨过 0；p 来自自助法的 t 检验，按 Holm 对全部路径校正。",
    en: "Coefficients are standardised: standard deviations of the second for one of the first, other antecedents alike. The verdict goes by whether the interval leaves out 0; p is that of the bootstrap's t, corrected over all paths (Holm).",
  },
  fSquaredNote: {
    zh: "f² 为去掉该路径后 R² 损失的程度：0.02 小、0.15 中、0.35 大（Cohen 1988）。VIF 超过 5 表示前因之间重叠，系数不稳。",
    en: "f²: what R² loses without the path; 0.02 small, 0.15 medium, 0.35 large (Cohen 1988). VIF above 5: antecedents overlap and coefficients are unsteady.",
  },
  clear: { zh: "作用为正", en: "positive" },
  clearNegative: { zh: "作用为负", en: "negative" },
  unclear: { zh: "不能断定", en: "no evidence" },
  effects: { zh: "直接、间接与总效应", en: "Direct, indirect and total effects" },
  effectsNote: {
    zh: "间接效应是经过其他变量的作用。只列出有间接效应的路径；区间属于总效应。",
    en: "Indirect effects go through other constructs. Only pairs with an indirect way are listed; intervals are those of the total.",
  },
  items: { zh: "各题的载荷、得分与作用", en: "The questions: loading, score and effect" },
  itemsNote: {
    zh: "载荷 0.7 以上说明题目很好地反映了变量。末列：该题（0–100）提高 1 分，目标指数预计提高几分；没有区间，只用来排先后。",
    en: "From a loading of 0.7 on the question stands well for its construct. Last column: points of the target's index for one point of the question on 0–100; without an interval, so use it for order only.",
  },
  reliability: { zh: "信度与收敛效度", en: "Reliability and convergent validity" },
  reliabilityNote: {
    zh: "惯用界限：信度 0.7，AVE 0.5（Hair 等 2022）。ρA：Dijkstra 与 Henseler 2015。单题变量无从判断信度。",
    en: "Usual marks: reliability 0.7, AVE 0.5 (Hair et al. 2022). ρA: Dijkstra & Henseler 2015. A single item says nothing of its reliability.",
  },
  reflective: (items: number): Bilingual => ({ zh: `${items} 题`, en: `${items} items` }),
  singleItem: { zh: "单题", en: "single item" },
  formative: (items: number, inflation: number | null): Bilingual => ({
    zh: `构成型，${items} 题${inflation === null ? "" : `，最大 VIF ${fixed(inflation, 2)}`}`,
    en: `formative, ${items} items${inflation === null ? "" : `, largest VIF ${fixed(inflation, 2)}`}`,
  }),
  validity: { zh: "区分效度", en: "Are the constructs told apart?" },
  validityNote: {
    zh: "HTMT 超过 0.85–0.90，或区间到达 1，说明问卷没有把两个变量区分开（Henseler 等 2015）。Fornell–Larcker 判据往往偏宽，以 HTMT 为准。",
    en: "HTMT above 0.85–0.90, or an interval that reaches 1: the questionnaire does not tell the two apart (Henseler et al. 2015). Fornell and Larcker's criterion is often too kind; trust HTMT.",
  },
  fornellLarcker: { met: { zh: "满足", en: "met" }, "not-met": { zh: "不满足", en: "not met" } },
  modelFit: { zh: "模型整体拟合", en: "Fit of the whole model" },
  srmrEstimated: { zh: "SRMR（本模型）", en: "SRMR (this model)" },
  srmrSaturated: { zh: "SRMR（变量全部相连）", en: "SRMR (all constructs joined)" },
  srmrNote: {
    zh: "SRMR 一般以 0.08 为界（Henseler 等 2014）；前者明显大于后者，说明缺少路径。",
    en: "SRMR: 0.08 is the usual limit (Henseler et al. 2014). Where the first is much larger than the second, paths are missing.",
  },
  noBootstrap: (resamples: number): Bilingual => ({
    zh: `${resamples} 次重抽样中超过十分之一得不到结果，因此不给区间：回答太少，或有的题目几乎没有差异。`,
    en: `More than a tenth of ${resamples} resamples had no solution, so that no interval is given: too few answers, or items that hardly vary.`,
  }),
  weak: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}的组合信度低于 0.7 或 AVE 低于 0.5：题目彼此不够一致，与它有关的路径要谨慎解读。`,
    en: `${en}: ρC below 0.7 or AVE below 0.5. Its items do not agree enough; read its paths with care.`,
  }),
  alike: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `问卷没有把${zh}区分开（HTMT 达到 0.9），两者之间及它们各自的路径不能分开解读。`,
    en: `The questionnaire does not tell apart ${en} (HTMT of 0.9 and more): do not read their paths separately.`,
  }),
  fewRespondents: (n: number): Bilingual => ({
    zh: `完整回答只有 ${n} 份；少于约 100 份时路径模型很不稳定。`,
    en: `Only ${n} complete answers; with fewer than about 100 a path model is unsteady.`,
  }),
  leftOut: (n: number, leftOut: number): Bilingual => ({
    zh: `模型只用了每道题都有评分的 ${fixed(n, 0)} 人，另有 ${fixed(leftOut, 0)} 人至少缺一题，没有计入。`,
    en: `The model rests on the ${fixed(n, 0)} who rated every item; ${fixed(leftOut, 0)} others lack one at least and are left out.`,
  }),
  persons: {
    zh: "自助法逐人重抽，没有考虑整群抽样和加权调整的不确定性，区间可能偏窄。",
    en: "The bootstrap draws single respondents; clusters and the making of weights are not in it, so that intervals may be too narrow.",
  },
  notCause: {
    zh: "箭头方向由理论给定，数据不能证明因果；“预计提高”是模型的推断，不是实验结果。题目、量表或抽样不同时，不能与官方公布的指数比较。",
    en: "Arrows come from theory; data cannot prove them causes. What is “expected” is the model's word, not an experiment's. With other items, scales or samples the index does not compare with official ones.",
  },
  consistent: { zh: "扣除测量误差后的路径（一致 PLS）", en: "Paths without the noise of the items (consistent PLS)" },
  consistentNote: (resamples: number): Bilingual => ({
    zh: `一致 PLS 用 ρA 校正变量间的相关（Dijkstra 与 Henseler 2015）；区间为 ${resamples} 次自助法的百分位区间。`,
    en: `Consistent PLS corrects correlations of constructs by ρA (Dijkstra & Henseler 2015); percentile intervals of ${resamples} resamples.`,
  }),
  consistentFit: (srmr: number): Bilingual => ({
    zh: `按公共因子计算的 SRMR 为 ${fixed(srmr, 3)}。`,
    en: `SRMR with common factors: ${fixed(srmr, 3)}.`,
  }),
  rSquaredOf: ({ zh, en }: Bilingual): Bilingual => ({ zh: `${zh}的 R²`, en: `R² of ${en.toLowerCase()}` }),
  inadmissible: (codes: readonly Inadmissibility["code"][]): Bilingual => ({
    zh: `一致 PLS 的结果不可接受：${codes.map((code) => inadmissibility[code].zh).join("、")}。样本小或信度低时常见，请以 PLS 的结果为准。`,
    en: `The consistent solution is not admissible: ${codes.map((code) => inadmissibility[code].en).join(", ")}. Common with small samples or low reliability; go by PLS.`,
  }),
  noConsistent: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `无法计算一致 PLS：${zh}的 ρA 不是正数，或影响它的变量互相重叠。`,
    en: `No consistent PLS: ρA of ${en} is not positive, or constructs that act on it overlap.`,
  }),
  noConsistentInterval: {
    zh: "一致 PLS 的重抽样中超过十分之一没有结果，因此不给区间。",
    en: "More than a tenth of the resamples had no consistent solution; no interval is given.",
  },
  prediction: {
    zh: "对没见过的人预测得如何（PLSpredict）",
    en: "How well the model predicts people it has not seen (PLSpredict)",
  },
  predictionNote: (folds: number): Bilingual => ({
    zh: `${folds} 折交叉验证，只用外生变量的题目预测（Shmueli 等 2019）。Q² 大于 0 表示好于平均数；RMSE 以题目原来的分为单位，越小越好。各折的训练样本重叠，因此没有区间。`,
    en: `${folds}-fold cross-validation from the constructs on which nothing acts (Shmueli et al. 2019). Q² above 0: better than the mean. RMSE in the items' own points, smaller is better. Training sets overlap, so there is no interval.`,
  }),
  noPrediction: {
    zh: "回答太少，去掉一部分人之后模型无法估计，因此没有做预测检验。",
    en: "Too few answers: without some of them the model cannot be estimated, so prediction was not tested.",
  },
  power: {
    high: {
      zh: "每一题的误差都小于线性回归：预测能力高。",
      en: "For every item the error is smaller than a regression's: high predictive power.",
    },
    medium: {
      zh: "至少一半题目的误差小于线性回归：预测能力中等。",
      en: "For at least half of the items the error is smaller than a regression's: medium predictive power.",
    },
    low: {
      zh: "只有少数题目的误差小于线性回归：预测能力低，不要用来预测单个客户。",
      en: "For less than half of the items the error is smaller than a regression's: low predictive power. Do not predict single customers with it.",
    },
    none: {
      zh: "没有一题的误差小于线性回归：模型用来描述关系，不能用来预测。",
      en: "For no item is the error smaller than a regression's: the model describes, it does not predict.",
    },
  },
  nothingToCompare: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `按${zh}比较至少要有两组可以显示，没有做比较。`,
    en: `A comparison by ${en} needs two groups that may be shown; none was made.`,
  }),
  nameGroups: ({ zh, en }: Bilingual, most: number): Bilingual => ({
    zh: `${zh}的组数超过 ${most}，两两比较太多；请在 groups 中写明要比较哪几组。`,
    en: `${en} has more than ${most} groups, which are too many pairs: name those to compare in groups.`,
  }),
  notCompared: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}：其中一组的回答不足以估计模型，没有比较。`,
    en: `${en}: the model cannot be estimated in one of them; not compared.`,
  }),
  hiddenGroups: {
    zh: "人数太少、不能显示的组没有参加比较。",
    en: "Groups too small to be shown take no part in the comparison.",
  },
  invarianceOf: (first: Bilingual, second: Bilingual): Bilingual => ({
    zh: `${first.zh}与${second.zh}：变量的含义是否一致`,
    en: `${first.en} and ${second.en}: do the constructs mean the same?`,
  }),
  invarianceNote: (permutations: number): Bilingual => ({
    zh: `MICOM（Henseler 等 2016），${permutations} 次置换。构成不一致时，两组的路径不能比较；“部分”表示路径可以比较，“完全”表示两组还可以合并。`,
    en: `MICOM (Henseler et al. 2016), ${permutations} permutations. Where the composition differs, do not compare paths. “Partial”: paths may be compared; “full”: the groups may be pooled as well.`,
  }),
  invariance: {
    none: { zh: "不一致", en: "none" },
    partial: { zh: "部分一致", en: "partial" },
    full: { zh: "完全一致", en: "full" },
  },
  differencesOf: (first: Bilingual, second: Bilingual): Bilingual => ({
    zh: `${first.zh}与${second.zh}：路径与指数的差异`,
    en: `${first.en} and ${second.en}: differences of paths and index`,
  }),
  groupHeading: ({ zh, en }: Bilingual, n: number): Bilingual => ({
    zh: `${zh}（n = ${fixed(n, 0)}）`,
    en: `${en} (n = ${fixed(n, 0)})`,
  }),
  indexOf: ({ zh, en }: Bilingual): Bilingual => ({ zh: `${zh}指数`, en: `Index of ${en.toLowerCase()}` }),
  differencesNote: (permutations: number, tests: number): Bilingual => ({
    zh: `差异为前者减后者，区间来自两组自助法标准误的 Welch t（Sarstedt 等 2011）；p 来自 ${permutations} 次置换（Chin 与 Dibbern 2010），按 Holm 对 ${tests} 个检验校正，判断依据校正后 p < 0.05。`,
    en: `First less second, with the interval of Welch's t on the bootstraps' errors (Sarstedt et al. 2011); p of ${permutations} permutations (Chin & Dibbern 2010), corrected over ${tests} tests (Holm). The verdict is corrected p < 0.05.`,
  }),
  differs: { zh: "有差异", en: "differs" },
  noDifference: { zh: "无显著差异", en: "no evidence" },
} as const;
