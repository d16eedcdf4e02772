/** What a family answers with: its parts, or why there is no number. */
import type { LocalText } from "@manyi/study/definition/local-text";
import type {
  AnalysisChart,
  AnalysisPart,
  AnalysisTable,
  ComputedAnalysis,
  ImpossibleAnalysis,
  ImpossibleBecause,
} from "../../results/analyses.ts";

export function computed(...parts: readonly (AnalysisPart | null)[]): ComputedAnalysis {
  return { kind: "computed", parts: parts.filter((part) => part !== null) };
}

export function tablePart(table: AnalysisTable): AnalysisPart {
  return { kind: "table", table };
}

export function chartPart(chart: AnalysisChart): AnalysisPart {
  return { kind: "chart", chart };
}

/** A sentence that says what the numbers mean. */
export function reading(text: LocalText): AnalysisPart {
  return { kind: "remark", tone: "reading", text };
}

/** A sentence that keeps a reader from a mistake. */
export function caution(text: LocalText): AnalysisPart {
  return { kind: "remark", tone: "caution", text };
}

export function cannot(reason: ImpossibleBecause, text: LocalText): ImpossibleAnalysis {
  return { kind: "cannot", reason, text };
}

/** Fewer answers than the method needs. @param n answers there are, @param required what it takes */
export function tooFewAnswers(n: number, required: number): ImpossibleAnalysis {
  return cannot("too-few-answers", {
    zh: `可用的回答只有 ${n} 份，至少需要 ${required} 份。`,
    en: `Only ${n} usable answers; at least ${required} are needed.`,
  });
}

/** Fewer people than the study shows anything of. */
export function tooFewToShow(minimum: number): ImpossibleAnalysis {
  return cannot("suppressed", {
    zh: `涉及的受访者少于 ${minimum} 人，为保护个人不显示。`,
    en: `It rests on fewer than ${minimum} respondents and is not shown, to protect them.`,
  });
}

/** Enough people, but with what is shown elsewhere in the report fewer could be worked out. */
export function tellsByDifference(minimum: number): ImpossibleAnalysis {
  return cannot("suppressed", {
    zh: `这里的受访者与报告中另一处所显示的相差不到 ${minimum} 人，两者相减会露出少数人，为保护他们不显示。请改换筛选条件。`,
    en: `These respondents differ from others that the report shows by fewer than ${minimum}; subtracting would tell of those few. Not shown, to protect them: choose another filter.`,
  });
}

/** All answers alike. @param what did not vary */
export function noVariation(what: LocalText): ImpossibleAnalysis {
  return cannot("no-variation", {
    zh: `${what.zh ?? ""}的回答全部相同，没有差异可供分析。`,
    en: `All answers to ${what.en ?? ""} are equal: there is no variation to analyse.`,
  });
}

/** A fit that did not settle. @param iterations it was given */
export function notConverged(iterations: number): ImpossibleAnalysis {
  return cannot("not-converged", {
    zh: `迭代 ${iterations} 次仍未收敛，不给出结果。回答太少或模型过于复杂时会这样。`,
    en: `The fit had not settled after ${iterations} iterations; no result is given. Too few answers or too rich a model cause this.`,
  });
}
