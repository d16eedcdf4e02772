/**
 * Results of a made-up bookkeeping agency, as the analysis would write them: eight items in five dimensions, six
 * waves, four regions, twenty branches, three segments, weighted and unweighted. Numbers are plausible, not computed.
 */
import type { DataSummary, StudyResults, StudySummary, WeightingResults } from "@manyi/analysis/results/study-results";
import { sampleBreakdown, sampleWaves } from "./sample-comparisons.ts";
import { sampleDrivers, sampleMatrices } from "./sample-explanations.ts";
import { sampleDimensions, sampleIndex, sampleItems } from "./sample-items.ts";
import { sampleKeyFigures } from "./sample-key-figures.ts";

export interface SampleOverrides {
  readonly study?: Partial<StudySummary>;
  readonly data?: Partial<DataSummary>;
  readonly weighting?: Partial<WeightingResults>;
  readonly results?: Partial<StudyResults>;
}

/** Full results; any part can be replaced. */
export function sampleResults(overrides: SampleOverrides = {}): StudyResults {
  const weighted = { ...sampleWeighting("weight"), ...overrides.weighting };
  return {
    format: "manyi-results",
    formatVersion: 1,
    product: { name: "Manyi", version: "0.1.0", methods: "1" },
    study: { ...sampleStudy(), ...overrides.study },
    data: { ...sampleData(), ...overrides.data },
    confidence: 0.95,
    minimumGroup: 10,
    primary: 0,
    weightings: [weighted, sampleWeighting(null)],
    analyses: [],
    findings: [],
    ...overrides.results,
  };
}

function sampleStudy(): StudySummary {
  return {
    id: "bookkeeping-2026",
    title: { zh: "2026 年度代理记账客户满意度调查", en: "Bookkeeping customers' satisfaction 2026" },
    organisation: { zh: "安信代理记账有限公司", en: "Anxin Bookkeeping" },
    purpose: {
      zh: "了解客户对记账、报税和沟通的满意程度，确定下一年的改进重点。",
      en: "To learn how satisfied customers are with bookkeeping, tax filing and communication, and what to improve next year.",
    },
    population: {
      zh: "合同期满三个月的全部企业客户。",
      en: "All business customers under contract for three months or more.",
    },
    method: {
      zh: "微信和短信邀请的网络问卷，未答者电话补访。",
      en: "Web questionnaire by WeChat and SMS invitation, telephone follow-up of those who did not answer.",
    },
    source: { zh: "自有客户名录", en: "Own customer directory" },
    period: { from: "2026-04-01", to: "2026-06-30" },
    definitionHash: "9f2c4e1ab07d55d0c1a4e8f2c4e1ab07d55d0c1a4e8f2c4e1ab07d55d0c1a4e8",
  };
}

function sampleData(): DataSummary {
  return {
    file: "responses.csv",
    sha256: "41ac7d10be92f3358c0f2aa17e6d2b9c41ac7d10be92f3358c0f2aa17e6d2b9c",
    bytes: 482113,
    encoding: "utf-8",
    rowsRead: 1204,
    excluded: [
      { reason: "duplicate", rows: 14 },
      { reason: "test", rows: 10 },
    ],
    respondents: 1180,
    setAside: 3,
    invited: null,
  };
}

function sampleWeighting(column: string | null): WeightingResults {
  return {
    weighting: {
      column,
      label: column === null ? { zh: "未加权", en: "Unweighted" } : { zh: "地区与规模权重", en: "Region and size" },
      respondents: 1180,
      weightedBase: 1180,
      effectiveN: column === null ? 1180 : 1041.3,
      designEffect: column === null ? 1 : 1.13,
    },
    keyFigures: sampleKeyFigures(column),
    index: sampleIndex(),
    dimensions: sampleDimensions(),
    items: sampleItems(),
    matrices: sampleMatrices(),
    drivers: sampleDrivers(),
    groups: [
      sampleBreakdown("region", { zh: "地区", en: "Region" }, 4),
      sampleBreakdown("branch", { zh: "门店", en: "Branch" }, 20),
      sampleBreakdown("segment", { zh: "客户类型", en: "Segment" }, 3),
    ],
    waves: sampleWaves(6),
  };
}
