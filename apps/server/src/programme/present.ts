import type { Programme, Wave } from "@manyi/contract/programme/programmes";
import {
  mayEditProgramme,
  mayEditResponses,
  mayExportStudy,
  mayImportStudy,
  mayReadReports,
  mayReadResponses,
} from "../rights/policy.ts";
import type { Scope } from "../rights/scope.ts";
import type { ProgrammeRow, WaveRow } from "./queries.ts";

/** Programmes as the caller sees them, with what they may do.
 *  @param waves the programme's own
 *  @param excluded wave → how many of its responses are */
export function presentProgramme(
  row: ProgrammeRow,
  waves: readonly WaveRow[],
  excluded: ReadonlyMap<string, number>,
  scope: Scope,
): Programme {
  const received = waves.flatMap(({ lastReceivedAt }) => lastReceivedAt?.getTime() ?? []);
  return {
    id: row.id,
    name: row.name,
    unitId: row.unitId,
    unitName: row.unitName,
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    version: row.version,
    waves: waves.map((wave) => presentWave(wave, excluded.get(wave.id) ?? 0)),
    // The computation wrote it in the form of the contract. It is a figure of the report.
    headline: mayReadReports(scope, row.unitPath) ? (row.headline as Programme["headline"]) : null,
    lastResponseAt: received.length === 0 ? null : new Date(Math.max(...received)).toISOString(),
    may: {
      edit: mayEditProgramme(scope, row.unitPath),
      import: mayImportStudy(scope, row.unitPath),
      export: mayExportStudy(scope, row.unitPath),
      readResponses: mayReadResponses(scope, row.unitPath),
      editResponses: mayEditResponses(scope, row.unitPath),
    },
  };
}

function presentWave({ id, code, name, state, responses }: WaveRow, excluded: number): Wave {
  return { id, code, name, state, responses, excluded };
}
