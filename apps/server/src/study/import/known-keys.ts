import type { OpenedStudy } from "@manyi/dataset/load/load-study";
import { plainName } from "@manyi/study/data/match-header";
import type { Kysely } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { answerKeys } from "../../programme/answer-keys.ts";
import { keysInProgramme } from "../../response/queries.ts";
import type { FaultOfLine } from "../check/faulty-lines.ts";

/** Finds rows of respondents who are in the programme already.
 *  @param programmeId null where it is new and knows nobody */
export async function knownKeys(
  tx: Kysely<Tables>,
  programmeId: string | null,
  { definition, rows }: OpenedStudy,
): Promise<(row: readonly string[]) => FaultOfLine | null> {
  const name = definition.cases?.key;
  if (programmeId === null || name === undefined) return () => null;
  const column = plainName(name);
  const position = answerKeys(rows.header).indexOf(column);
  const known = new Set<string>();
  for await (const keys of keysInProgramme(tx, programmeId, column)) for (const key of keys) known.add(key.trim());
  return (row) => {
    const key = (row[position] ?? "").trim();
    return key !== "" && known.has(key) ? { column, fault: "key-known-already" } : null;
  };
}
