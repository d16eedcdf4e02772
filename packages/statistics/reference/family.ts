import type { ReferenceFile } from "./reference-file.ts";
import type { ReferenceTree } from "./reference-value.ts";
import type { Tolerance } from "./tolerance.ts";

/** One family of methods: recomputes all that a file of it says. */
export interface Family {
  /** The tree of `values`, recomputed from the data and options of the file; of `values` it reads names and inputs alone. */
  readonly compute: (file: ReferenceFile) => ReferenceTree | Promise<ReferenceTree>;
  /** For a place in the file; null: as closed forms. */
  readonly tolerance?: (path: readonly string[], file: ReferenceFile) => Tolerance | null;
}
