import type { LocalText } from "@manyi/study/definition/local-text";
import type { Term } from "../result/cells.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const crosstabTerms = {
  answer: term("answer", "答案", "Answer"),
  question: term("question", "题目", "Question"),
  all: term("all", "合计", "All"),
  statistic: term("statistic", "统计量", "Statistic"),
  numerator: term("degrees-of-freedom", "自由度", "df"),
  denominator: term("denominator-degrees-of-freedom", "分母自由度", "Denominator df"),
  cramersV: term("cramers-v", "Cramér V", "Cramér's V"),
  answered: term("effective-n", "有效 n", "Effective n"),
} as const;

const named = (label: LocalText): Bilingual => {
  const { zh, en } = bilingual(label);
  return { zh: `“${zh}”`, en: `“${en}”` };
};

/** Rows of the tables. */
export const crosstabRows = {
  people: { zh: "人数", en: "Respondents" },
  letters: { zh: "高于", en: "Above" },
  n: { zh: "n", en: "n" },
  effectiveN: { zh: "有效 n", en: "Effective n" },
  pearson: { zh: "Pearson χ²", en: "Pearson χ²" },
  likelihoodRatio: { zh: "似然比 G²", en: "Likelihood ratio G²" },
  raoScott: { zh: "Rao–Scott F（二阶校正）", en: "Rao–Scott F (second order)" },
  raoScottChiSquare: { zh: "Rao–Scott χ²（一阶校正）", en: "Rao–Scott χ² (first order)" },
  fisher: { zh: "Fisher 精确检验", en: "Fisher's exact test" },
  cramersV: { zh: "Cramér V", en: "Cramér's V" },
  correctedV: { zh: "Cramér V（偏差校正）", en: "Cramér's V, bias-corrected" },
  oddsRatio: { zh: "优势比（条件最大似然）", en: "Odds ratio (conditional)" },
  gamma: { zh: "Goodman–Kruskal γ", en: "Goodman and Kruskal's γ" },
  tauB: { zh: "Kendall τ-b", en: "Kendall's τ-b" },
  somers: (rows: LocalText): Bilingual => ({
    zh: `Somers d（因变量：${bilingual(rows).zh}）`,
    en: `Somers' d (dependent: ${bilingual(rows).en})`,
  }),
} as const;

export const crosstabWords = {
  title: (by: LocalText): Bilingual => ({
    zh: `交叉分析：按${bilingual(by).zh}`,
    en: `Crosstabs by ${bilingual(by).en}`,
  }),
  method: (correction: Bilingual, alpha: string): Bilingual => ({
    zh: `各列占比以该列有回答的受访者为基数。字母表示该格占比显著高于所标字母的列（两列占比 z 检验，α = ${alpha}，同一行内按 ${correction.zh} 校正）。独立性用 Pearson χ² 与 G² 检验（Agresti 2013）。`,
    en: `Shares are of those in the column who answered. A letter stands where a share is significantly above that of the column with the letter (z test of two shares, α = ${alpha}, corrected within the row by ${correction.en}). Independence is tested by Pearson's χ² and G² (Agresti 2013).`,
  }),
  weightedMethod: (correction: Bilingual, alpha: string): Bilingual => ({
    zh: `各列占比加权计算，以该列有回答的受访者为基数。字母表示该格占比显著高于所标字母的列（两列占比 z 检验，按有效样本量，α = ${alpha}，同一行内按 ${correction.zh} 校正）。独立性用 Rao–Scott 校正检验（Rao & Scott 1984），不在加权人数上做 χ²。`,
    en: `Shares are weighted, of those in the column who answered. A letter stands where a share is significantly above that of the column with the letter (z test of two shares on effective sizes, α = ${alpha}, corrected within the row by ${correction.en}). Independence is tested by Rao and Scott's correction (1984), never by χ² on weighted counts.`,
  }),
  sharesOf: (rows: LocalText, columns: LocalText): Bilingual => ({
    zh: `${bilingual(rows).zh} × ${bilingual(columns).zh}：列占比`,
    en: `${bilingual(rows).en} by ${bilingual(columns).en}: column shares`,
  }),
  residualsOf: (rows: LocalText, columns: LocalText): Bilingual => ({
    zh: `${bilingual(rows).zh} × ${bilingual(columns).zh}：校正标准化残差`,
    en: `${bilingual(rows).en} by ${bilingual(columns).en}: adjusted standardised residuals`,
  }),
  residualsNote: {
    zh: "由未加权人数计算。绝对值大于 2 的格子比两题无关时明显偏多（正）或偏少（负）；格子多时，其中一些只是偶然。",
    en: "From unweighted counts. Beyond ±2 a cell holds clearly more (+) or fewer (−) people than if the two were unrelated; among many cells some do so by chance.",
  },
  testsOf: (rows: LocalText, columns: LocalText): Bilingual => ({
    zh: `${bilingual(rows).zh} × ${bilingual(columns).zh}：独立性检验`,
    en: `${bilingual(rows).en} by ${bilingual(columns).en}: tests of independence`,
  }),
  associationOf: (rows: LocalText, columns: LocalText): Bilingual => ({
    zh: `${bilingual(rows).zh} × ${bilingual(columns).zh}：关联强度`,
    en: `${bilingual(rows).en} by ${bilingual(columns).en}: strength of association`,
  }),
  ordinalNote: {
    zh: "γ、τ-b 与 Somers d 按答案的先后次序计算，每位受访者计一次，不加权。",
    en: "γ, τ-b and Somers' d go by the order of the answers and count every respondent once, without weights.",
  },
  summary: { zh: "各题的检验", en: "Tests of all questions" },
  summaryNote: (correction: Bilingual): Bilingual => ({
    zh: `校正后 p 在各题之间按 ${correction.zh} 校正。`,
    en: `Adjusted p: corrected over the questions by ${correction.en}.`,
  }),
  hiddenColumns: (names: Bilingual, minimum: number): Bilingual => ({
    zh: `未显示且不计入合计与检验的组：${names.zh}（少于 ${minimum} 人，或一经显示即可推出不足 ${minimum} 人的组）。`,
    en: `Not shown, and in no total or test: ${names.en} (fewer than ${minimum} respondents, or such a group could be worked out from them).`,
  }),
  hiddenRows: (names: Bilingual, minimum: number): Bilingual => ({
    zh: `未显示的行：${names.zh}（少于 ${minimum} 人，或一经显示即可推出这样的组）。`,
    en: `Rows not shown: ${names.en} (fewer than ${minimum} respondents, or such a group could be worked out from them).`,
  }),
  hiddenCells: (minimum: number): Bilingual => ({
    zh: `隐去的格子：不足 ${minimum} 人，或用于防止从合计推算出这样的格子；与它们比较的字母一并略去。`,
    en: `Hidden cells hold fewer than ${minimum} respondents, or keep such a cell from being worked out of the totals. Letters of comparisons with them are left out.`,
  }),
  notProtected: (rows: LocalText, minimum: number): Bilingual => ({
    zh: `${named(rows).zh}：表中有不足 ${minimum} 人的格子，即使隐去仍可由合计推算，或隐去后没有可显示的内容，因此不显示这张表。`,
    en: `${named(rows).en}: the table has cells of fewer than ${minimum} respondents which could still be worked out of the totals if they were hidden, or which would leave nothing to show. It is not shown.`,
  }),
  rowsLeftOut: (left: number): Bilingual => ({
    zh: `答案较多，表中只列人数最多的；另有 ${left} 个答案未列出，但计入基数与检验。`,
    en: `Only the most frequent answers are listed; ${left} more are in the bases and the tests.`,
  }),
  tooFewColumns: (rows: LocalText, minimum: number): Bilingual => ({
    zh: `${named(rows).zh}：达到 ${minimum} 人且可以显示的组不足两个，不作交叉分析。`,
    en: `${named(rows).en}: fewer than two groups of ${minimum} respondents can be shown, so there is no table.`,
  }),
  tooManyColumns: (count: number, most: number): Bilingual => ({
    zh: `分组有 ${count} 个，超过交叉表可读的 ${most} 个。请先归并。`,
    en: `There are ${count} groups, more than the ${most} that a table can show. Merge them first.`,
  }),
  tooManyRows: (rows: LocalText, count: number, most: number): Bilingual => ({
    zh: `${named(rows).zh}有 ${count} 个不同答案，超过 ${most} 个，不作交叉分析。请先归并。`,
    en: `${named(rows).en} has ${count} different answers, more than ${most}: there is no table. Merge them first.`,
  }),
  noAnswers: (rows: LocalText): Bilingual => ({
    zh: `${named(rows).zh}没有可用的回答。`,
    en: `${named(rows).en} has no usable answers.`,
  }),
  notTestable: (rows: LocalText): Bilingual => ({
    zh: `${named(rows).zh}的回答没有差异，无法检验。`,
    en: `The answers to ${named(rows).en} do not vary: there is nothing to test.`,
  }),
  untested: (rows: LocalText): Bilingual => ({
    zh: `${named(rows).zh}的表中有隐藏的小格：给出检验统计量就能推算出它们，因此不作检验。`,
    en: `Cells of the table of ${named(rows).en} are hidden: a statistic of the whole table would tell what they hold, so none is given.`,
  }),
  differ: (rows: LocalText, by: LocalText, test: string): Bilingual => ({
    zh: `不同${bilingual(by).zh}的受访者对${named(rows).zh}的回答有显著差异（${test}）。这是关联，不说明原因。`,
    en: `Answers to ${named(rows).en} differ by ${named(by).en} (${test}). This is an association and names no cause.`,
  }),
  noEvidence: (rows: LocalText, by: LocalText, test: string): Bilingual => ({
    zh: `没有证据表明${named(rows).zh}的回答因${bilingual(by).zh}而异（${test}）。`,
    en: `There is no evidence that answers to ${named(rows).en} differ by ${named(by).en} (${test}).`,
  }),
  lettersAlone: {
    zh: "整张表没有显著差异，个别格子的字母可能只是偶然，请谨慎对待。",
    en: "The table as a whole shows no difference: letters in single cells may be chance.",
  },
  fewExpected: (rows: LocalText, share: string, smallest: string): Bilingual => ({
    zh: `${named(rows).zh}：${share} 的格子期望频数低于 5（最小 ${smallest}），χ² 只是粗略近似（Cochran 1954）；请归并答案或组后再看。`,
    en: `${named(rows).en}: ${share} of the cells have an expected count below 5 (smallest ${smallest}), so χ² is a rough approximation (Cochran 1954). Merge answers or groups.`,
  }),
  topShare: (rows: LocalText, boxes: number): Bilingual => ({
    zh: `${bilingual(rows).zh}：最好的 ${boxes} 档占比`,
    en: `${bilingual(rows).en}: share of the best ${boxes === 1 ? "answer" : `${boxes} answers`}`,
  }),
  topTitle: (rows: LocalText, boxes: number, by: LocalText): Bilingual => ({
    zh: `${bilingual(rows).zh}：各${bilingual(by).zh}选最好 ${boxes} 档的占比`,
    en: `${bilingual(rows).en}: share choosing the best ${boxes === 1 ? "answer" : `${boxes} answers`} by ${bilingual(by).en}`,
  }),
  allGroups: { zh: "合计", en: "All" },
} as const;
