import type { DataTable } from "./data-table.ts";
import type { ReferenceFile } from "./reference-file.ts";

/** A synthetic survey as its values are defined. */
export interface SurveyTable extends DataTable {
  /** As it stands in the CSV: with its duplicates and its code for "don't know". */
  readonly raw: DataTable;
}

const dontKnow = 99;
const attribute = /^a[1-8]$/;

/**
 * The survey that a file names as its `dataset`. Rows equal to an earlier one in all columns but `id` are dropped, the first of
 * them stays; the code 99 of a1 … a8 ("don't know") is missing. This holds for every file on a synthetic survey, whether its
 * `notes` repeat it or not, except where a check is on the file as it came (the count of duplicates of family quality): `raw`.
 * A table without `id` is no survey of respondents and keeps all its rows.
 * @throws Error where the folder has no such CSV
 */
export function surveyTable(file: ReferenceFile): SurveyTable {
  const [name = file.dataset] = /[^\s,;()]+\.csv/.exec(file.dataset) ?? [];
  const raw = file.data(name);
  if (!raw.names.includes("id")) return { ...raw, raw };
  const isFirst = firstOfEqualRows(raw);
  return { ...withoutDontKnow(raw.where((row) => isFirst[row])), raw };
}

/** For each row, whether no earlier one is equal to it in all columns but `id`. */
function firstOfEqualRows(table: DataTable): readonly boolean[] {
  const columns = table.names.filter((name) => name !== "id").map((name) => table.text(name));
  const seen = new Set<string>();
  return Array.from({ length: table.rows }, (_, row) => {
    const key = JSON.stringify(columns.map((column) => column[row]));
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

function withoutDontKnow(table: DataTable): DataTable {
  return {
    ...table,
    text: (name) => {
      const fields = table.text(name);
      return attribute.test(name) ? fields.map((field) => (Number(field) === dontKnow ? "" : field)) : fields;
    },
    numbers: (name) => {
      const values = table.numbers(name);
      return attribute.test(name) ? values.map((value) => (value === dontKnow ? Number.NaN : value)) : values;
    },
    where: (keep) => withoutDontKnow(table.where(keep)),
  };
}
