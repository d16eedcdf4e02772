import type { KeyFigureId } from "@manyi/analysis/results/key-figures";

const meanings: Readonly<Record<KeyFigureId, string>> = {
  csi: "各指标得分（0–100）按权重加权平均。回答“平均有多满意”。",
  "satisfied-customer-rate": "个人得分达到门槛的客户所占比例，以客户为单位。回答“有多少客户满意”。",
  "satisfied-rating-share": "所有指标的全部评分中，满意评分所占比例，以评分为单位。回答“有多少次评价是满意的”。",
  "overall-index": "“总体满意度”一题换算到 0–100 后的均值。",
  csat: "“总体满意度”一题中选择满意选项的受访者所占比例。",
  nps: "推荐者占比减去贬损者占比，范围 −100 至 100。",
  ces: "“办事是否省力”一题的得分，越高越省力。",
  repurchase: "表示愿意继续合作的受访者所占比例。",
  recommendation: "表示愿意推荐的受访者所占比例。",
};

export const keyFigures = {
  heading: "关键指标",
  meanings,
  cesShare: "“办事是否省力”一题中选择省力选项的受访者所占比例。",
  threeMeasures:
    "满意度指数、满意客户率和满意评分占比是三个不同的量，数值不能互相替代：指数是平均水平，满意客户率数的是客户，满意评分占比数的是评分。引用时请写明是哪一个。",
  caption: "关键指标及其置信区间",
  columns: { measure: "指标", value: "数值", bar: "区间", n: "n", conversion: "换算" },
  barNote: "短线为置信区间，圆点为数值；指数和占比的横轴为 0–100，净推荐值为 −100 至 100。",
  clustered: "考虑聚类的区间",
  threshold: (from: string) => `个人得分 ≥ ${from} 计为满意客户`,
  counted: (labels: string) => `计入：${labels}`,
  promoters: (promoters: string, passives: string, detractors: string) =>
    `推荐者 ${promoters}，中立者 ${passives}，贬损者 ${detractors}`,
  grade: (band: string) => `等级：${band}`,
  gradeOpen: (band: string, reaches: string) => `等级：${band}（区间涉及 ${reaches}，等级未定）`,
  gradeTitle: (name: string, value: string, band: string) => `${name} ${value}，等级为“${band}”`,
  gradeTitleOpen: (name: string, value: string, reaches: string) => `${name} ${value}，区间涉及${reaches}，等级未定`,
  gradeReading: (scale: string, conversion: string) =>
    `等级按“${scale}”划分，只适用于“${conversion}”的得分；各档含下限、不含上限。`,
  targetLabel: (target: string) => `目标 ${target}`,
  target: { met: "已达成", missed: "未达成", open: "尚不能判定" },
  targetRemark: (target: string, verdict: string) => `目标 ${target}：${verdict}`,
  targetsCaption: "目标完成情况",
  targetColumns: {
    measure: "指标",
    target: "目标",
    baseline: "基线",
    value: "本期",
    verdict: "判定",
    due: "期限",
    owner: "负责",
  },
  targetNote: "整个置信区间在目标一侧才判“已达成”或“未达成”；区间跨过目标时，现有样本还不能判定。",
  meaningsHeading: "各指标的含义",
};
