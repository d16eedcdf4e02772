import type { Family } from "../../family.ts";
import { logitTolerance, schoolValues } from "./school-values.ts";
import { surveyValues } from "./survey-values.ts";

/** A customer survey with stores as PSUs within regions, or two samples of schools; told apart by what the file asks for. */
export const designVariance: Family = {
  tolerance: logitTolerance,
  compute: (file) =>
    "stratified" in file.values || "cluster" in file.values ? schoolValues(file) : surveyValues(file),
};
