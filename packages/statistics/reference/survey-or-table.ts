import type { DataTable } from "./data-table.ts";
import type { ReferenceFile } from "./reference-file.ts";
import { surveyTable } from "./survey-table.ts";

/** A survey, known by its `id`s, as its values are defined; any other CSV as it stands, equal rows included. */
export function surveyOrTable(file: ReferenceFile): DataTable {
  const table = file.data(file.dataset);
  return table.names.includes("id") ? surveyTable(file) : table;
}
