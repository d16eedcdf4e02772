import type { Programme, Wave } from "@manyi/contract/programme/programmes";
import type { Call } from "../http/call.ts";
import {
  mayEditProgramme,
  mayEditResponses,
  mayExportStudy,
  mayImportStudy,
  mayManageFieldwork,
  mayReadReports,
  mayReadResponses,
} from "../rights/policy.ts";
import type { ProgrammeRow, WaveRow } from "./queries.ts";
import { waveStateAt } from "./wave-state.ts";

/** Programmes as the caller sees them, with what they may do.
 *  @param waves the programme's own
 *  @param excluded wave → how many of its responses are */
export function presentProgramme(
  row: ProgrammeRow,
  waves: readonly WaveRow[],
  excluded: ReadonlyMap<string, number>,
  { scope, now }: Pick<Call, "scope" | "now">,
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
    waves: waves.map((wave) => presentWave(wave, excluded.get(wave.id) ?? 0, now)),
    // The computation wrote it in the form of the contract. It is a figure of the report.
    headline: mayReadReports(scope, row.unitPath) ? (row.headline as Programme["headline"]) : null,
    lastResponseAt: received.length === 0 ? null : new Date(Math.max(...received)).toISOString(),
    questionnaire: row.questionnaire,
    may: {
      edit: mayEditProgramme(scope, row.unitPath),
      manageFieldwork: mayManageFieldwork(scope, row.unitPath),
      import: mayImportStudy(scope, row.unitPath),
      export: mayExportStudy(scope, row.unitPath),
      readResponses: mayReadResponses(scope, row.unitPath),
      editResponses: mayEditResponses(scope, row.unitPath),
    },
  };
}

function presentWave(wave: WaveRow, excluded: number, now: Date): Wave {
  const { id, code, name, responses, versionId } = wave;
  return { id, code, name, state: waveStateAt(wave, now), responses, excluded, collects: versionId !== null };
}
