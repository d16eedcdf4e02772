import { codesOf, crossTableOf, levelsOf } from "../../columns.ts";
import type { DataTable } from "../../data-table.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { associationOf } from "../association.ts";
import { frequenciesOf } from "./frequencies.ts";

/** χ² of two columns, named by a key in small letters: infl_by_sat. */
export function tableTests(key: string, file: ReferenceFile, data: DataTable): ReferenceTree {
  const [rowTexts, columnTexts] = key.split("_by_").map((part) => {
    const name = data.names.find((each) => each.toLowerCase() === part.toLowerCase());
    if (name === undefined) throw new Error(`${key}: no column ${part}`);
    return data.text(name);
  });
  const [rows, columns] = [levelsOf(rowTexts), levelsOf(columnTexts)];
  const size = { rows: rows.length, columns: columns.length };
  const table = crossTableOf(codesOf(rowTexts, rows), codesOf(columnTexts, columns), size, frequenciesOf(file, data));
  return associationOf({ ...size, counts: table.weights }, rows, columns);
}
