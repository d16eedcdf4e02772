import type { Programme, Wave } from "@manyi/contract/programme/programmes";
import type { ResponseCounts } from "../response/queries.ts";
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

/** Programmes as the caller sees them, with what they may do. */
export function presentProgramme(
  row: ProgrammeRow,
  waves: readonly WaveRow[],
  counts: readonly ResponseCounts[],
  scope: Scope,
): Programme {
  const own = waves.filter(({ programmeId }) => programmeId === row.id);
  const counted = own.flatMap(({ id }) => counts.filter(({ waveId }) => waveId === id));
  const last = counted.map(({ lastReceivedAt }) => lastReceivedAt.getTime());
  return {
    id: row.id,
    name: row.name,
    unitId: row.unitId,
    unitName: row.unitName,
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    version: row.version,
    waves: own.map((wave) => presentWave(wave, counts)),
    // The computation wrote it in the form of the contract. It is a figure of the report.
    headline: mayReadReports(scope, row.unitPath) ? (row.headline as Programme["headline"]) : null,
    lastResponseAt: last.length === 0 ? null : new Date(Math.max(...last)).toISOString(),
    may: {
      edit: mayEditProgramme(scope, row.unitPath),
      import: mayImportStudy(scope, row.unitPath),
      export: mayExportStudy(scope, row.unitPath),
      readResponses: mayReadResponses(scope, row.unitPath),
      editResponses: mayEditResponses(scope, row.unitPath),
    },
  };
}

function presentWave({ id, code, name, state }: WaveRow, counts: readonly ResponseCounts[]): Wave {
  const counted = counts.find(({ waveId }) => waveId === id);
  const excluded = counted?.excluded ?? 0;
  return { id, code, name, state, responses: (counted?.valid ?? 0) + excluded, excluded };
}
