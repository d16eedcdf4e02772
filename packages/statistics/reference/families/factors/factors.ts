import type { Family } from "../../family.ts";
import { confirmatory, confirmatoryTolerance } from "./confirmatory.ts";
import { exploratory, exploratoryTolerance } from "./exploratory.ts";

/** Confirmatory where a file has `parameters`, else exploratory. */
export const factors: Family = {
  compute: (file) => (file.values.parameters === undefined ? exploratory(file) : confirmatory(file)),
  tolerance: (path, file) =>
    file.values.parameters === undefined ? exploratoryTolerance(path) : confirmatoryTolerance(path),
};
