import { type Comparison, compareTrees, placesOf } from "./compare.ts";
import { families } from "./families.ts";
import type { ReferenceFile } from "./reference-file.ts";

export type FileCheck =
  | { readonly kind: "compared"; readonly file: ReferenceFile; readonly comparison: Comparison }
  | { readonly kind: "not-built"; readonly file: ReferenceFile };

/** Recomputes a file and compares every value. A family that fails has all of the file's values failed. */
export async function checkFile(file: ReferenceFile): Promise<FileCheck> {
  const family = Object.hasOwn(families, file.family) ? families[file.family] : undefined;
  if (family === undefined) return { kind: "not-built", file };
  try {
    const computed = await family.compute(file);
    return {
      kind: "compared",
      file,
      comparison: compareTrees(file.values, computed, (path) => family.tolerance?.(path, file) ?? null),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failures = placesOf(file.values).map((place) => `${place}: stopped: ${reason}`);
    const comparison = { compared: failures.length, worstRelativeError: Number.POSITIVE_INFINITY, failures };
    return { kind: "compared", file, comparison };
  }
}

/** `family  compared  failed  worst relative error  id`, and the failures below it. */
export function lineOf(check: FileCheck): string {
  const { family, id } = check.file;
  if (check.kind === "not-built") return `${family}  not built  ${id}`;
  const { compared, failures, worstRelativeError } = check.comparison;
  const line = `${family}  ${compared}  ${failures.length}  ${worstRelativeError.toExponential(1)}  ${id}`;
  return [line, ...failures.map((failure) => `    ${failure}`)].join("\n");
}
