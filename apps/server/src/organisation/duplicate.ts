import { ProblemError } from "@manyi/contract/problem/problem";
import { hasCode } from "../failure/system-error.ts";

const UNIQUE_VIOLATION = "23505";

/** Makes a problem of the database's refusal to hold something twice.
 *  @param table whose rows are unique
 *  @param what for the text: what there is already */
export function duplicateOf(table: string, what: string): (error: unknown) => never {
  return (error) => {
    const ofTable = error instanceof Error && "table" in error && error.table === table;
    if (ofTable && hasCode(error, UNIQUE_VIOLATION))
      throw new ProblemError("already-exists", { what }, { cause: error });
    throw error;
  };
}
