import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const suppressionTerms = {
  total: term("total", "合计", "Total"),
  filter: term("filter", "筛选", "Filter"),
  hidden: term("hidden", "隐去", "Hidden"),
  part: term("part", "数字", "Figures"),
  because: term("because", "原因", "Because"),
} as const;

export const suppressionWords = {
  title: { zh: "隐私保护检查", en: "Which figures must be hidden" },
  method: (minimum: number): Bilingual => ({
    zh: `少于 ${minimum} 人的格子和合计隐去，并隐去尽量少的其他格子，使任何人把行、列、合计相加减后，对每个小格仍至少有 ${minimum} 人的不确定范围（Cox 1980；Hundepool 等 2012）。按未加权人数判断。`,
    en: `Cells and totals of fewer than ${minimum} people are hidden, and as few others as are found, so that whoever adds and subtracts rows, columns and totals is left with a range of at least ${minimum} people for each of them (Cox 1980; Hundepool et al. 2012). By unweighted people.`,
  }),
  table: (a: Bilingual, b: Bilingual): Bilingual => ({
    zh: `${a.zh} × ${b.zh}：可以公布的人数`,
    en: `${a.en} by ${b.en}: people that may be shown`,
  }),
  note: {
    zh: "隐去的数字在任何文件里都不出现。没有人的格子同样隐去：它会透露这一组全体的回答。这里隐去的合计，在别处也不应公布。",
    en: "Hidden numbers are in no file. An empty cell is hidden as well: it tells of everybody in its group. A total that is hidden here must not be shown elsewhere either.",
  },
  counted: { zh: "为什么隐去", en: "Why they are hidden" },
  small: { zh: "人数太少的格子", en: "Cells of too few people" },
  protecting: { zh: "为保护其他格子而隐去的格子", en: "Cells hidden to protect others" },
  totals: { zh: "隐去的合计", en: "Hidden totals" },
  shown: { zh: "可以公布的格子", en: "Cells that may be shown" },
  ofSmall: { zh: "少于最低人数", en: "below the minimum" },
  ofProtecting: { zh: "否则小格可由合计推算", en: "the small ones would follow from totals" },
  ofTotals: {
    zh: "合计太小，或与其他数字相减会透露小格",
    en: "too small, or a difference would give a small cell away",
  },
  nothing: {
    zh: "人数太少，或行列太少：任何数字都会透露个人，整张表不能公布。",
    en: "There are so few people, or so few rows and columns, that any figure would give some away: no part of the table may be shown.",
  },
  advice: {
    zh: "隐去的格子很多。可以合并相近的类别，或少用一个分组。",
    en: "Much is hidden. Merge similar categories, or use one grouping less.",
  },
  filters: { zh: "这些筛选能否并列公布", en: "May these filters stand beside each other?" },
  filtersNote: {
    zh: "依次检查：排在前面的（含全体）视为已经公布。",
    en: "Checked in this order: those before it, and everybody, count as shown.",
  },
  fine: { zh: "可以公布", en: "may be shown" },
  tooFew: { zh: "人数太少", en: "too few people" },
  tells: { zh: "与已公布的数字相加减会透露少数人", en: "with the figures shown before it, it gives few people away" },
  unchecked: { zh: "组合太多，无法逐一检查，不应公布", en: "too many combinations to check: not to be shown" },
  lowered: (minimum: number): Bilingual => ({
    zh: `不能低于调查规定的最低人数，按 ${minimum} 人检查。`,
    en: `No lower than the minimum of the study: checked with ${minimum}.`,
  }),
} as const;
