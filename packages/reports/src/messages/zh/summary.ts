export const summary = {
  heading: "摘要",
  subtitle: "客户满意度调查报告",
  subtitleWithPeriod: (period: string) => `客户满意度调查报告 · ${period}`,
  sample: (respondents: string, rows: string) => `本报告依据 ${respondents} 份有效问卷（读入 ${rows} 行数据）。`,
  weighted: (column: string) => `结果按“${column}”加权。`,
  unweighted: "结果未加权，每位受访者计一份。",
  intervals: (percent: string) =>
    `括号内为 ${percent} 置信区间：只有区间支持的差异才写成结论，其余一律写作“无显著差异”或“无显著变化”。`,
  noFindings: "现有回答还不足以支持任何结论。下面的数字请连同区间和样本量一起阅读。",
  noKeyFigures: "本次数据没有可以计算的关键指标。",
  noRespondents: "没有可以分析的有效问卷，本报告只说明数据的来源和处理。",
  tooFewRespondents: (respondents: string, minimum: string) =>
    `有效问卷只有 ${respondents} 份，不足 ${minimum} 份：为保护受访者，几乎所有数字都不显示。`,
  seeEvidence: (number: string) => `见第 ${number} 节`,
  tones: { good: "好", bad: "差", neutral: "说明" },
  meta: {
    period: "调查时间",
    respondents: "有效问卷",
    weighting: "加权",
    produced: "生成日期",
    product: "软件",
  },
  metaUnweighted: "未加权",
};
