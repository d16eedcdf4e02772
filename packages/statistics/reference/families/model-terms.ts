/** Predictors and outcomes of models, by the names that a file gives its coefficients and by the formulas in its calls. */
import { categoricalTerm, type Term } from "../../src/regression/terms.ts";
import type { DataTable } from "../data-table.ts";
import type { ReferenceFile } from "../reference-file.ts";

const noTerm = (name: string) => name === "(Intercept)" || name.includes("|");

/**
 * The terms behind names of coefficients: "a1" is a numeric column, "segmentSMB" level SMB of segment. The level that no coefficient
 * names is the reference.
 */
export function termsOf(coefficients: readonly string[], data: DataTable): readonly Term[] {
  const levelsOf = new Map<string, string[]>();
  for (const name of coefficients) {
    if (noTerm(name)) continue;
    const column = columnOf(name, data);
    const levels = levelsOf.get(column) ?? [];
    if (column !== name) levels.push(name.slice(column.length));
    levelsOf.set(column, levels);
  }
  return [...levelsOf].map(([column, named]): Term => {
    if (named.length === 0) return { kind: "numeric", name: column, values: data.numbers(column) };
    const texts = data.text(column);
    const all = categoricalTerm(column, texts);
    const occurring = all.kind === "categorical" ? all.levels : [];
    const levels = [...occurring.filter((level) => !named.includes(level)), ...named];
    const codes = Int32Array.from(texts, (text) => levels.indexOf(text));
    return { kind: "categorical", name: column, codes, levels };
  });
}

/** The column itself, or the longest whose name the coefficient begins with. */
function columnOf(name: string, data: DataTable): string {
  if (data.names.includes(name)) return name;
  const [longest] = data.names.filter((each) => name.startsWith(each)).sort((a, b) => b.length - a.length);
  if (longest === undefined) throw new Error(`no column of ${name}`);
  return longest;
}

/** What a call says of a model: `clm(factor(osat)~a1+a2, weights=Freq)`. */
export interface ModelCall {
  readonly outcome: string;
  /** Column of the weights, where the call names one. */
  readonly weights: string | null;
}

/** @param program for example "lm" @throws Error where no call names it with a formula */
export function callOf({ calls, id }: ReferenceFile, program: string): ModelCall {
  const formula = new RegExp(`(?:^|[^\\w.])${program}\\(\\s*(?:(?:ordered|factor)\\()?([\\w.]+)\\)?\\s*~`);
  for (const call of calls) {
    const found = formula.exec(call);
    if (found === null) continue;
    const weights = /weights\s*=\s*~?([\w.]+)/.exec(call.slice(found.index));
    return { outcome: found[1], weights: weights?.[1] ?? null };
  }
  throw new Error(`${id}: no call of ${program} with a formula`);
}
