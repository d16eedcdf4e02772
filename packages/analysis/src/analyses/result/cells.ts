/** How families write their cells. */
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisColumn, AnalysisRow, NoneBecause, NumberFormat } from "../../results/analyses.ts";

export function label(text: LocalText): AnalysisCell {
  return { kind: "label", label: text };
}

export function none(because: NoneBecause = "not-applicable"): AnalysisCell {
  return { kind: "none", because };
}

/** A number that may be missing or that a method could not give: never NaN or infinite in a result. */
export function number(value: number | null | undefined, format: NumberFormat): AnalysisCell {
  if (value === null || value === undefined || !Number.isFinite(value)) return none("not-estimable");
  return { kind: "number", value, format, interval: null };
}

/** A number with its interval; an interval with an end at infinity is left out. */
export function estimate(
  value: number,
  interval: { readonly lower: number; readonly upper: number } | null,
  format: NumberFormat,
): AnalysisCell {
  if (!Number.isFinite(value)) return none("not-estimable");
  const isBounded = interval !== null && Number.isFinite(interval.lower) && Number.isFinite(interval.upper);
  return {
    kind: "number",
    value,
    format,
    interval: isBounded ? { lower: interval.lower, upper: interval.upper } : null,
  };
}

export function row(...cells: readonly AnalysisCell[]): AnalysisRow {
  return { kind: "plain", cells };
}

export function totalRow(...cells: readonly AnalysisCell[]): AnalysisRow {
  return { kind: "total", cells };
}

/** A row that belongs to the one above it. */
export function detailRow(...cells: readonly AnalysisCell[]): AnalysisRow {
  return { kind: "detail", cells };
}

/** Words of a heading: what it is called in files, and by readers. */
export interface Term {
  readonly code: string;
  readonly heading: LocalText;
}

export function nameColumn(term: Term): AnalysisColumn {
  return { ...term, role: "name" };
}

export function numberColumn(term: Term): AnalysisColumn {
  return { ...term, role: "number" };
}

export function textColumn(term: Term): AnalysisColumn {
  return { ...term, role: "text" };
}
