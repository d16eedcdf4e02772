import { logRankTest, petoTest } from "../../../src/retention/log-rank.ts";
import { tested } from "../../../test-support/variants.ts";
import { codesOf, levelsOf } from "../../columns.ts";
import type { DataTable } from "../../data-table.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { durationsOf, groupColumnOf } from "./durations-of.ts";

export function rankTest(key: "logrank" | "peto", file: ReferenceFile, data: DataTable): ReferenceTree {
  const column = groupColumnOf(file);
  const levels = levelsOf(data.text(column));
  const codes = codesOf(data.text(column), levels);
  const test = key === "peto" ? petoTest : logRankTest;
  const found = tested(test(durationsOf(file, data), codes, levels.length));
  const observed = found.groups.map((group) => group.observed);
  const expected = found.groups.map((group) => group.expected);
  return {
    chi2: found.statistic,
    df: found.degreesOfFreedom,
    p: found.pValue,
    obs: observed,
    exp: expected,
    observed,
    expected,
    groups: levels.map((level) => `${column}=${level}`),
  };
}
