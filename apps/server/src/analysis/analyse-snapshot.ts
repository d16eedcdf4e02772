import { analyseStudy } from "@manyi/analysis/analyse-study";
import type { StudyResults } from "@manyi/analysis/results/study-results";
import { loadOpened } from "@manyi/dataset/load/load-study";
import type { Database } from "../database/connect.ts";
import { productVersion } from "../product/product-version.ts";
import type { EventHorizon } from "../response/queries.ts";
import { withSnapshot } from "../study/snapshot.ts";

export interface AnalysedSnapshot {
  readonly results: StudyResults;
  readonly horizon: EventHorizon;
  readonly definitionId: string;
}

/** @param weight empty: what the study says; `none`: every respondent once
 *  @returns null where the programme holds no data
 *  @throws StudyError where the rows cannot be analysed together */
export async function analyseSnapshot(
  database: Database,
  programmeId: string,
  waveId: string | null,
  weight: string,
): Promise<AnalysedSnapshot | null> {
  const read = await withSnapshot(database, programmeId, waveId, async (snapshot) => ({
    loaded: await loadOpened(snapshot.study, { unknownAnswers: snapshot.unknownAnswers }),
    horizon: snapshot.horizon,
    definitionId: snapshot.definition.id,
  }));
  if (read === null) return null;
  const { loaded, ...rest } = read;
  return { ...rest, results: analyseStudy(loaded, { productVersion, ...(weight === "" ? {} : { weight }) }) };
}
