import type { DataTable } from "../../data-table.ts";
import type { ReferenceFile } from "../../reference-file.ts";

/** People a row stands for: the column that a call names as weights of `clm`, else `Freq` where there is one. */
export function frequenciesOf({ calls }: ReferenceFile, data: DataTable): Float64Array | null {
  const named = calls.map((call) => /clm\([^)]*\bweights\s*=\s*([\w.]+)/.exec(call)?.[1]);
  const name = [...named, "Freq"].find((each) => each !== undefined && data.names.includes(each));
  return name === undefined ? null : data.numbers(name);
}
