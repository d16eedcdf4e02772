import type { FindingText } from "@manyi/analysis/results/finding";
import type { Language } from "@manyi/analysis/results/text-in";

const texts: readonly (Omit<FindingText, "text"> & Readonly<Record<Language, string>>)[] = [
  {
    kind: "level",
    tone: "neutral",
    evidence: { section: "key-figures", subject: "csi" },
    zh: "满意度指数为 75.2（74.3–76.1），等级为“一般”，低于目标 80。",
    en: "The satisfaction index is 75.2 (74.3–76.1), graded “fair”, below the target of 80.",
  },
  {
    kind: "strength",
    tone: "good",
    evidence: { section: "items", subject: "q5" },
    zh: "服务态度友好（85.6）和账务处理准确（83.4）得分高于其他指标。",
    en: "Friendly staff (85.6) and accurate books (83.4) score above the other items.",
  },
  {
    kind: "weakness",
    tone: "bad",
    evidence: { section: "items", subject: "q4" },
    zh: "税务筹划建议有用（64.1）和问题回复及时（66.3）得分低于其他指标。",
    en: "Useful tax planning (64.1) and quick replies (66.3) score below the other items.",
  },
  {
    kind: "priority",
    tone: "bad",
    evidence: { section: "matrix", subject: "q6" },
    zh: "问题回复及时重要而得分偏低，应优先改进。",
    en: "Quick replies matter and score low: improve them first.",
  },
  {
    kind: "change",
    tone: "good",
    evidence: { section: "waves", subject: "csi" },
    zh: "满意度指数比 2026Q1 上升 3.9（0.9 – 6.9）。",
    en: "The satisfaction index rose by 3.9 (0.9 – 6.9) against 2026Q1.",
  },
  {
    kind: "caution",
    tone: "neutral",
    evidence: { section: "method", subject: null },
    zh: "没有写明邀请人数，回收率未知；满意的占比不能直接当作全体客户的占比。",
    en: "The number invited is not stated, so the response rate is unknown; shares cannot simply be read as shares of all customers.",
  },
];

/** Findings as the analysis would word them for the sample. */
export function sampleFindings(language: Language): readonly FindingText[] {
  return texts.map(({ kind, tone, evidence, [language]: text }) => ({ kind, tone, evidence, text }));
}
