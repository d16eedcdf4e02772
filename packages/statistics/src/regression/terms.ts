import type { Predictors } from "../design-variance/design-regression.ts";

/**
 * Predictors of a model. A category has one 0/1 column for each level but its first, the reference: a coefficient says how far a level
 * lies from that.
 */
export type Term =
  | {
      readonly kind: "numeric";
      readonly name: string;
      /** NaN = no answer. */
      readonly values: Float64Array;
    }
  | {
      readonly kind: "categorical";
      readonly name: string;
      /** Place among the levels, one for each row; −1 = no answer. */
      readonly codes: Int32Array;
      /** The first that occurs is the reference; levels that do not occur have no column. */
      readonly levels: readonly string[];
    };

export interface ModelColumn {
  /** Term and level in one, as R names it: segmentSMB. */
  readonly variable: string;
  readonly term: string;
  /** Null for a numeric term. */
  readonly level: string | null;
  readonly values: Float64Array;
}

export interface ModelColumns {
  readonly columns: readonly ModelColumn[];
  /** Categories with a single level among the rows: they have no column. */
  readonly constant: readonly string[];
}

/** Levels in ascending order, so that the first is the reference, and each row's place among them; an empty text is no answer. */
export function categoricalTerm(name: string, texts: readonly string[]): Term {
  const levels = [...new Set(texts)].filter((text) => text !== "").sort();
  return { kind: "categorical", name, codes: Int32Array.from(texts, (text) => levels.indexOf(text)), levels };
}

/** A column that is NaN where the term has no answer. @throws RangeError if a code is no level */
export function presenceOf(term: Term): Float64Array {
  if (term.kind === "numeric") return term.values;
  for (const code of term.codes) {
    if (!(code >= -1 && code < term.levels.length)) throw new RangeError(`${term.name} has no level ${code}`);
  }
  return Float64Array.from(term.codes, (code) => (code < 0 ? Number.NaN : code));
}

/** @param isComplete 1 for each row that the model takes */
export function modelColumns(terms: readonly Term[], isComplete: Uint8Array): ModelColumns {
  const constant: string[] = [];
  const columns = terms.flatMap((term): ModelColumn[] => {
    if (term.kind === "numeric") return [{ variable: term.name, term: term.name, level: null, values: term.values }];
    const occurring = term.levels.map(() => false);
    term.codes.forEach((code, row) => {
      if (isComplete[row] === 1 && code >= 0) occurring[code] = true;
    });
    const present = [...term.levels.keys()].filter((code) => occurring[code]);
    if (present.length < 2) constant.push(term.name);
    return present.slice(1).map((code) => {
      const level = term.levels[code];
      const values = Float64Array.from(term.codes, (own) => (own < 0 ? Number.NaN : Number(own === code)));
      return { variable: `${term.name}${level}`, term: term.name, level, values };
    });
  });
  return { columns, constant };
}

/** Terms as the regressions of `design-variance` take them. */
export function predictorsOf(terms: readonly Term[]): Predictors {
  const rows = terms.length === 0 ? 0 : presenceOf(terms[0]).length;
  const { columns } = modelColumns(terms, new Uint8Array(rows).fill(1));
  return { names: columns.map(({ variable }) => variable), columns: columns.map(({ values }) => values) };
}
