import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { Term } from "../result/cells.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";

type Settings = Required<AnalysisOf<"factors">>;

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const factorTerms = {
  factor: term("factor", "因子", "Factor"),
  communality: term("communality", "共同度", "Communality"),
  loading: term("standardised-loading", "标准化载荷", "Standardised loading"),
  explained: term("explained", "被解释的方差", "Variance explained"),
  items: term("items", "题数", "Items"),
  compositeReliability: term("composite-reliability", "组合信度 ω", "Composite reliability ω"),
  averageVariance: term("average-variance-extracted", "AVE", "AVE"),
  alpha: term("alpha", "Cronbach α", "Cronbach's α"),
  pair: term("pair", "两个维度", "Two dimensions"),
  htmt: term("htmt2", "HTMT2", "HTMT2"),
  fornellLarcker: term("fornell-larcker", "Fornell–Larcker", "Fornell–Larcker"),
  usualLimit: term("usual-limit", "惯用界限", "Usually good"),
} as const;

const extraction: Readonly<Record<Settings["method"], Bilingual>> = {
  "maximum-likelihood": { zh: "最大似然法（Jöreskog 1967）", en: "maximum likelihood (Jöreskog 1967)" },
  "principal-axis": { zh: "迭代主轴法（Harman 1976）", en: "iterated principal axes (Harman 1976)" },
};

const turning: Readonly<Record<Settings["rotation"], Bilingual>> = {
  oblimin: { zh: "直接斜交旋转（oblimin，因子可以相关）", en: "direct oblimin, so that factors may correlate" },
  promax: { zh: "promax 斜交旋转（因子可以相关）", en: "promax, so that factors may correlate" },
  varimax: { zh: "方差最大旋转（varimax，因子互不相关）", en: "varimax, which keeps factors uncorrelated" },
  none: { zh: "不作旋转", en: "no rotation" },
};

const correlations: Readonly<Record<Settings["correlation"], Bilingual>> = {
  pearson: { zh: "Pearson 相关", en: "Pearson correlations" },
  polychoric: {
    zh: "多分格相关（评分视为连续变量的分段）",
    en: "polychoric correlations (ratings as steps of something continuous)",
  },
};

export const factorWords = {
  exploratory: { zh: "探索性因子分析", en: "Exploratory factor analysis" },
  confirmatory: { zh: "验证性因子分析", en: "Confirmatory factor analysis" },
  exploratoryMethod: (
    method: Settings["method"],
    rotation: Settings["rotation"],
    correlation: Settings["correlation"],
  ): Bilingual => ({
    zh: `在每题都有评分的受访者中计算${correlations[correlation].zh}；因子个数由平行分析判断（Horn 1965，500 组随机数据的 95% 分位），用${extraction[method].zh}提取，${turning[rotation].zh}。题目已统一为分值越高越满意。`,
    en: `Among respondents who rated every item: ${correlations[correlation].en}; number of factors judged by parallel analysis (Horn 1965; 95 % quantile of 500 sets of chance); extraction by ${extraction[method].en}; ${turning[rotation].en}. Items are turned so that higher is better.`,
  }),
  confirmatoryMethod: (isWeighted: boolean): Bilingual => ({
    zh: `在每题都有评分的受访者中，按设计的维度拟合测量模型：每道题属于一个维度，维度之间自由相关，最大似然估计（Jöreskog 1969），标准化结果的区间用 delta 法。题目已统一为分值越高越满意。${isWeighted ? "加权时协方差按权重计算，检验用 Kish 有效样本量，属于近似。" : ""}`,
    en: `Among respondents who rated every item, the intended dimensions as a measurement model: each item belongs to one, dimensions correlate freely; maximum likelihood (Jöreskog 1969), intervals of standardised results by the delta method. Items are turned so that higher is better.${isWeighted ? " Covariances are weighted; tests take Kish's effective n, an approximation." : ""}`,
  }),
  scree: (factors: number): Bilingual => ({
    zh: factors === 0 ? "没有一个因子高于随机水平" : `${factors} 个因子高于随机水平`,
    en:
      factors === 0
        ? "No factor stands above chance"
        : factors === 1
          ? "One factor stands above chance"
          : `${factors} factors stand above chance`,
  }),
  factorNumber: { zh: "第几个因子", en: "Factor" },
  eigenvalue: { zh: "特征值", en: "Eigenvalue" },
  ofData: { zh: "本次数据", en: "These data" },
  ofChance: { zh: "随机水平", en: "Chance level" },
  found: (taken: number, above: number): Bilingual =>
    taken === above
      ? {
          zh: `平行分析认为题目背后有 ${above} 个因子，以下按此提取。`,
          en: `Parallel analysis finds ${above} factor${above === 1 ? "" : "s"} behind the items; so many are extracted.`,
        }
      : {
          zh: `按设定提取 ${taken} 个因子；平行分析认为是 ${above} 个，两者不一致时解读要谨慎。`,
          en: `${taken} factor${taken === 1 ? " is" : "s are"} extracted as asked; parallel analysis finds ${above}. Read the difference with care.`,
        },
  nothingCommon: {
    zh: "题目之间的相关没有超出随机水平，不提取因子。",
    en: "The items have no more in common than chance would give; no factor is extracted.",
  },
  loadings: { zh: "因子载荷", en: "Factor loadings" },
  explained: { zh: "解释的方差", en: "Variance explained" },
  loadingsNote: (limit: number): Bilingual => ({
    zh: `题目按所属因子排列，因子内载荷由大到小。绝对值低于 ${limit} 的载荷通常不作解释。共同度是全部因子解释该题方差的比例。载荷由数据估计而来，没有给出区间，第三位小数不必当真。`,
    en: `Items stand by the factor they belong to, the strongest first. Loadings below ${limit} in size are usually not read. Communality is the share of an item's variance that all factors explain. Loadings are estimates without an interval here: do not lean on the third digit.`,
  }),
  obliqueNote: {
    zh: "因子相关时，载荷是扣除其他因子后的作用（模式矩阵）；共同解释的部分平分到各因子，因此各因子之和等于总和。",
    en: "With correlated factors, loadings are effects beyond the other factors (pattern); what factors share is divided between them, so that they add up.",
  },
  factorCorrelations: { zh: "因子之间的相关", en: "How the factors correlate" },
  suitability: { zh: "适合程度与拟合", en: "Suitability and fit" },
  adequacy: { zh: "KMO 取样适切性", en: "KMO sampling adequacy" },
  sphericity: { zh: "Bartlett 球形检验 χ²", en: "Bartlett's test of sphericity χ²" },
  enoughFactors: { zh: "检验因子个数是否足够 χ²", en: "Test that so many factors are enough χ²" },
  rmsea: { zh: "RMSEA", en: "RMSEA" },
  tli: { zh: "TLI", en: "TLI" },
  suitabilityNote: {
    zh: "KMO 在 0.6 以上才值得做因子分析（Kaiser 1974）。人数一多，Bartlett 检验与因子个数检验几乎总是显著，要与 RMSEA 一起看。",
    en: "KMO should reach 0.6 (Kaiser 1974). With many respondents Bartlett's test and that of the number of factors nearly always reject; read them together with RMSEA.",
  },
  untestedPolychoric: {
    zh: "多分格相关下这些检验不成立，因此不列。",
    en: "These tests do not hold for polychoric correlations and are left out.",
  },
  members: (
    groups: readonly { readonly heading: LocalText; readonly members: Bilingual }[],
    limit: number,
  ): Bilingual => ({
    zh: `载荷在 ${limit} 以上的题目：${groups.map(({ heading, members }) => `${bilingual(heading).zh}——${members.zh}`).join("；")}。因子叫什么名字是解释，不是计算结果。`,
    en: `Loadings of ${limit} and more: ${groups.map(({ heading, members }) => `${bilingual(heading).en} – ${members.en}`).join("; ")}. What a factor is called is an interpretation, not a result.`,
  }),
  noFactor: ({ zh, en }: Bilingual, limit: number): Bilingual => ({
    zh: `${zh}在每个因子上的载荷都低于 ${limit}：它与其余题目测的不是一回事。`,
    en: `No loading of ${en} reaches ${limit}: it measures something that the others do not.`,
  }),
  crossing: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}同时属于不止一个因子，合成维度得分时要谨慎。`,
    en: `${en} belongs to more than one factor; be careful when scores of dimensions are formed.`,
  }),
  improper: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}的独特方差落到了下限（Heywood 情形）：通常是因子太多或回答太少，结果只供参考。`,
    en: `Nothing is left of ${en} beyond the factors (a Heywood case): too many factors or too few answers; take the result as a hint only.`,
  }),
  fewRespondents: (n: number, items: number): Bilingual => ({
    zh: `${items} 道题只有 ${n} 份完整回答，换一批受访者结果可能不同；通常需要 200 份以上。`,
    en: `${n} complete answers to ${items} items: other respondents might give other factors. Usually 200 and more are needed.`,
  }),
  polychoricCaution: {
    zh: "平行分析的随机水平按连续变量计算，用于多分格相关时只是近似。",
    en: "The chance level of parallel analysis is that of continuous items; for polychoric correlations it is approximate.",
  },
  rotationUnfinished: {
    zh: "旋转没有完全收敛，载荷可能略有出入；可以换一种旋转对照。",
    en: "The rotation had not quite settled; compare with another one.",
  },
  tooMany: (most: number): Bilingual => ({
    zh: most === 0 ? "这些题目的相关不足以提取因子。" : `这些题目最多只能分出 ${most} 个因子，请把个数改小。`,
    en:
      most === 0
        ? "These items' correlations allow no factor."
        : `These items allow ${most} factor${most === 1 ? "" : "s"} at most. Ask for fewer.`,
  }),
  manyLevels: (most: number): Bilingual => ({
    zh: `有题目的取值超过 ${most} 种，已接近连续变量，请改用 Pearson 相关。`,
    en: `An item has more than ${most} different answers and is nearly continuous: use Pearson correlations.`,
  }),
  noPolychoric: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `涉及${zh}的多分格相关无法估计（回答过于集中或完全一致）。请去掉这些题目，或改用 Pearson 相关。`,
    en: `Polychoric correlations with ${en} cannot be estimated (answers too lopsided or in full agreement). Leave these items out, or use Pearson correlations.`,
  }),
  notPositive: {
    zh: "逐对估计的多分格相关合在一起不是任何数据可能有的相关矩阵，请改用 Pearson 相关或减少题目。",
    en: "The polychoric correlations, estimated pair by pair, are together those of no possible data. Use Pearson correlations, or fewer items.",
  },
  dimension: (number: number): Bilingual => ({ zh: `维度 ${number}`, en: `Dimension ${number}` }),
  noDimension: {
    zh: "没有一个维度有两道以上的题目，无从验证。",
    en: "No dimension has two items or more; there is nothing to confirm.",
  },
  notIdentified: {
    zh: "这个模型无法唯一确定：只有一个维度时至少要三道题；两道题的维度须与别的维度相关。请增加题目或合并维度。",
    en: "The model is not identified: a single dimension needs three items or more, and one of two items must correlate with another dimension. Add items or merge dimensions.",
  },
  fit: { zh: "模型与数据的吻合程度", en: "How well the model fits" },
  chiSquare: { zh: "χ²（最大似然）", en: "χ² (maximum likelihood)" },
  robustChiSquare: { zh: "χ²（稳健，Yuan–Bentler）", en: "χ² (robust, Yuan–Bentler)" },
  cfi: { zh: "CFI", en: "CFI" },
  robustCfi: { zh: "CFI（稳健）", en: "CFI (robust)" },
  srmr: { zh: "SRMR", en: "SRMR" },
  from: (limit: number): Bilingual => ({ zh: `${limit} 以上`, en: `from ${limit}` }),
  upTo: (limit: number): Bilingual => ({ zh: `${limit} 以下`, en: `to ${limit}` }),
  fitNote: {
    zh: "界限是习惯（Hu 与 Bentler 1999），不是定律；CFI、TLI 与“题目互不相关”比较，RMSEA 与 SRMR 看还差多少。",
    en: "Limits are habit (Hu & Bentler 1999), not law. CFI and TLI compare with items that have nothing in common; RMSEA and SRMR say what is still missed.",
  },
  robustNote: {
    zh: "评分不是正态分布，普通 χ² 偏大；稳健检验对此作了校正。",
    en: "Ratings are not normal, which makes the plain χ² too large; the robust test corrects for it.",
  },
  robustUnweighted: {
    zh: "评分不是正态分布，χ² 偏大；稳健检验没有加权形式，因此不列。",
    en: "Ratings are not normal, which makes χ² too large; the robust test has no weighted form and is left out.",
  },
  exactFit: {
    zh: "模型没有剩余的自由度，拟合好坏无从检验；只能读载荷与相关。",
    en: "No degree of freedom is left, so that the fit cannot be tested; read loadings and correlations only.",
  },
  goodFit: {
    zh: "设计的维度与数据吻合：CFI、SRMR 与 RMSEA 的整个区间都在惯用界限之内。",
    en: "The intended dimensions fit: CFI, SRMR and the whole interval of RMSEA stand within the usual limits.",
  },
  poorFit: {
    zh: "设计的维度与数据不吻合：至少一项指标明显超出惯用界限。请看载荷低、维度间相关过高的地方。",
    en: "The intended dimensions do not fit: one measure at least stands clearly outside the usual limits. Look for low loadings and dimensions that correlate too highly.",
  },
  undecidedFit: {
    zh: "吻合程度不能断定：有的指标在界限之内，有的不在，或 RMSEA 的区间跨过了界限。",
    en: "The fit is undecided: some measures stand within the usual limits and some do not, or the interval of RMSEA reaches across.",
  },
  standardisedLoadings: { zh: "各题的标准化载荷", en: "Standardised loadings" },
  standardisedNote: {
    zh: "标准化载荷是题目与所属维度的相关，0.7 以上表示维度解释了该题约一半的方差。",
    en: "A standardised loading is the item's correlation with its dimension; from 0.7 on the dimension explains half of the item.",
  },
  dimensionReliability: { zh: "各维度的信度", en: "Reliability of the dimensions" },
  reliabilityNote: {
    zh: "惯用界限：组合信度 0.7、AVE 0.5（Fornell 与 Larcker 1981）。",
    en: "Usual marks: composite reliability 0.7, AVE 0.5 (Fornell & Larcker 1981).",
  },
  dimensionPairs: { zh: "维度之间能否区分", en: "Are the dimensions told apart?" },
  pairsNote: {
    zh: "Fornell–Larcker 判据：相关的平方小于两个 AVE。HTMT2 超过 0.85–0.90 表示问卷没有把两个维度区分开。",
    en: "Fornell and Larcker's criterion: the squared correlation is below both AVE. HTMT2 above 0.85–0.90 means that the questionnaire does not tell the two apart.",
  },
  met: { zh: "满足", en: "met" },
  notMet: { zh: "不满足", en: "not met" },
  improperModel: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `出现了不可能的估计值（负方差或超过 1 的相关），涉及${zh}。模型不合适或回答太少，以下数字不能作为依据。`,
    en: `Some estimates are impossible (a negative variance, or a correlation beyond 1): ${en}. The model does not fit or answers are too few; the numbers below are no evidence.`,
  }),
  weak: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}的组合信度低于 0.7：题目彼此不够一致，单独报告该维度的得分要谨慎。`,
    en: `${en}: composite reliability below 0.7. The items do not agree enough; report a score of this dimension with care.`,
  }),
  alike: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `问卷没有把${zh}区分开（HTMT2 达到 0.9）；分开报告没有依据，可以考虑合并。`,
    en: `The questionnaire does not tell apart ${en} (HTMT2 of 0.9 and more): there is no ground for separate scores; consider merging them.`,
  }),
  alone: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}只有一道题，无法验证，没有放进模型。`,
    en: `${en}: asked by one question, which cannot be confirmed; left out of the model.`,
  }),
  notProof: {
    zh: "吻合不等于证明：别的分法也可能同样吻合。不要在同一份数据上先探索再“验证”。",
    en: "A fit is no proof: other dimensions may fit as well. Do not explore and confirm on the same data.",
  },
} as const;
