import type { Durations } from "../../../src/retention/durations.ts";
import type { DataTable } from "../../data-table.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTree } from "../../reference-value.ts";

/** Columns that a call names: `Surv(months, event)`; these two where no call does. */
export function durationsOf({ calls }: ReferenceFile, data: DataTable): Durations {
  const [, time = "months", event = "event"] =
    calls.map((call) => /Surv\(\s*([\w.]+)\s*,\s*([\w.]+)/.exec(call)).find((found) => found !== null) ?? [];
  return { times: data.numbers(time), ended: data.numbers(event) };
}

/** The column before "=" in names of groups: "segment=SMB". */
export function groupColumnOf({ values, id }: ReferenceFile): string {
  const { strata, logrank } = values;
  const names = Array.isArray(strata) ? strata : isTree(logrank) && Array.isArray(logrank.groups) ? logrank.groups : [];
  const [first] = names;
  if (typeof first !== "string" || !first.includes("=")) throw new Error(`${id}: groups are named as column=level`);
  return first.slice(0, first.indexOf("="));
}
