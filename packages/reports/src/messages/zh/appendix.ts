import type { IndexWeighting } from "@manyi/analysis/results/items";

const weightMethods: Readonly<Record<IndexWeighting, string>> = {
  equal: "等权",
  entered: "调查定义中给定",
  stated: "客户评定的重要性",
  correlation: "相关系数",
  regression: "回归系数",
  lmg: "LMG（Shapley）",
  johnson: "Johnson 相对权重",
  entropy: "熵权",
};

const intervalMethods: Readonly<Record<string, { readonly name: string; readonly words: string }>> = {
  wilson: { name: "Wilson 区间", words: "用于占比；占比接近 0 或 1 时仍然可靠。" },
  "wilson-effective-n": { name: "Wilson 区间（有效样本量）", words: "用于加权的占比。" },
  "clopper-pearson": { name: "Clopper–Pearson 精确区间", words: "用于占比。" },
  wald: { name: "Wald 区间", words: "占比的正态近似。" },
  "adjusted-wald": { name: "校正 Wald 区间", words: "用于净推荐值，先加 3 个虚拟回答（Rocks 2016）。" },
  "adjusted-wald-effective-n": { name: "校正 Wald 区间（有效样本量）", words: "用于加权的净推荐值。" },
  linearised: { name: "Taylor 线性化区间", words: "用于加权的均值和指数。" },
  "linearised-t": { name: "Taylor 线性化 t 区间", words: "用于加权的均值和指数，按 t 分布取临界值。" },
  t: { name: "t 区间", words: "用于均值和得分。" },
  "welch-t": { name: "Welch t 区间", words: "用于两组均值之差，不要求方差相等。" },
  newcombe: { name: "Newcombe 区间", words: "用于两个占比之差。" },
  "newcombe-effective-n": { name: "Newcombe 区间（有效样本量）", words: "用于两个加权占比之差。" },
  "fisher-z": { name: "Fisher z 区间", words: "用于相关系数。" },
  "bootstrap-percentile": { name: "自助法百分位区间", words: "反复重抽受访者，取结果的分位数。" },
  "conditional-exact": { name: "条件精确区间", words: "用于优势比，固定列联表的边际。" },
  "robins-breslow-greenland": { name: "Robins–Breslow–Greenland 区间", words: "用于分层后的优势比。" },
  "no-variation": { name: "无变异", words: "所有答案相同，区间没有宽度；这不表示没有误差。" },
};

const conversions: Readonly<
  Record<string, { readonly name: string; readonly formula: string; readonly words: string }>
> = {
  range: {
    name: "极差换算",
    formula: "I = (x − L) / (U − L) × 100",
    words: "x 为评分，L 和 U 为量表的最低分和最高分：最低分得 0，最高分得 100。",
  },
  marks: {
    name: "计分表",
    formula: "I = m(x)",
    words: "每个选项按给定的分值计分，例如 100 / 80 / 60 / 30 / 0。",
  },
  maximum: {
    name: "除以最高分",
    formula: "I = x / U × 100",
    words: "1–5 分量表的最低分得 20 而不是 0，因此这不是真正的 0–100 得分，只为与旧数据对照而保留。",
  },
  identity: { name: "不换算", formula: "I = x", words: "评分本身就是 0–100。" },
};

export const appendix = {
  heading: "附录",
  weightMethods,
  intervalMethods,
  conversions,
  formulasHeading: "公式",
  formulas: {
    csi: {
      name: "满意度指数",
      formula: "CSI = Σ w_j I_j，Σ w_j = 1",
      words: "w_j 为第 j 项指标的权重，I_j 为其得分（0–100）。缺失的评分不计入 I_j。",
    },
    respondent: {
      name: "个人得分",
      formula: "C_i = Σ w_j x_ij / Σ w_j（只对已评分的 j 求和）",
      words: "x_ij 为受访者 i 对第 j 项的得分；权重在其已评分的指标上重新归一，已评分比例达到下限才计算。",
    },
    share: { name: "占比", formula: "p = Σ w_i 1(满意) / Σ w_i", words: "只对给出评分的受访者 i 求和。" },
    nps: {
      name: "净推荐值",
      formula: "NPS = 100 × (推荐者占比 − 贬损者占比)",
      words: "0–10 分中 9–10 为推荐者，0–6 为贬损者。",
    },
    effectiveN: {
      name: "有效样本量",
      formula: "n_e = (Σ w_i)² / Σ w_i²，设计效应 = n / n_e",
      words: "加权使估计的精度相当于 n_e 位等权的受访者。",
    },
  },
  minimumAnswered: (share: string) => `个人得分要求至少 ${share} 的权重所对应的指标已评分。`,
  definitionsHeading: "区间与检验方法",
  methodsVersion: (version: string) => `方法版本 ${version}`,
  holm: { name: "Holm 法", words: "多个检验一起做时，逐步提高每个检验的要求，使至少一次误报的概率不超过 5%。" },
  conversionsHeading: "其他换算方式",
  conversionsIntro:
    "同样的答案，换算方式不同，得分也不同。与以往报告对照时，只能与采用同一换算方式的一行比较；等级标准也只对应一种换算方式。",
  conversionsCaption: "总体满意度在各换算方式下的得分",
  conversionsColumn: "换算方式",
  conversionsShown: (name: string) => `${name}（本报告）`,
  weightsHeading: "权重",
  weightsIntro: (method: string) =>
    `指数采用的权重：${method}。其余各列为其他权重方法下的结果，用来检查结论是否依赖权重。`,
  weightsInstead: (wanted: string, method: string) =>
    `调查定义要求按“${wanted}”加权，但数据不足以算出，改用“${method}”。`,
  weightsCaption: "指标权重与不同权重下的指数",
  weightsIndexRow: "满意度指数",
  dropped: (method: string, names: string) => `${method}：${names}的权重为负，已置为 0。`,
  dataHeading: "数据来源",
  dataCaption: "数据文件与版本",
  dataColumns: { what: "项目", value: "内容" },
  data: {
    file: "文件",
    sha256: "SHA-256（前 16 位）",
    bytes: "大小（字节）",
    encoding: "编码",
    rows: "读入行数",
    study: "调查编号",
    definition: "调查定义（前 16 位）",
    software: "软件",
    methods: "方法版本",
  },
  codebookHeading: "编码表",
  codebookIntro: "各指标的全文和量表。分值列为量表编码所对应的评分。",
  codebookCaption: "指标与量表",
  codebookColumns: { code: "编码", item: "指标全文", scale: "量表（分值 = 标签）" },
};
