/**
 * The responses of a programme as a study that is ready to be read: the database's rows in the place of a file's. Everything
 * is read in one transaction that sees one moment.
 */
import { createHash } from "node:crypto";
import type { OpenedStudy } from "@manyi/dataset/load/load-study";
import { definitionOf } from "@manyi/study/check/read-definition";
import { plainDataName, withPlainData } from "@manyi/study/data/plain-data";
import type { RowBlock } from "@manyi/study/data/row-source";
import type { Transaction } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Tables } from "../database/tables.ts";
import { answerKeys } from "../programme/answer-keys.ts";
import { type DefinitionRecord, newestDefinition } from "../programme/definitions.ts";
import { countResponses, type EventHorizon, eventHorizon, validRows } from "../response/queries.ts";
import { CanonicalFingerprint } from "./export/canonical-data.ts";
import type { ImportedData, ImportRecord } from "./import-record.ts";
import { importsOf } from "./queries.ts";

export interface StudySnapshot {
  readonly definition: DefinitionRecord;
  readonly study: OpenedStudy;
  /** Answers outside the code book were let in on request. */
  readonly unknownAnswers: "stop" | "set-aside";
  readonly horizon: EventHorizon;
  /** The one import whose file says the same as the rows; null after edits and for parts. */
  readonly source: ImportRecord | null;
}

/** Hands a snapshot to `read`; it ends with it.
 *  @param waveId null: all waves
 *  @returns what `read` returns; null where the programme holds no data */
export async function withSnapshot<Result>(
  database: Database,
  programmeId: string,
  waveId: string | null,
  read: (snapshot: StudySnapshot) => Promise<Result>,
): Promise<Result | null> {
  return database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      const definition = await newestDefinition(tx, programmeId);
      if (definition === null) return null;
      const counts = await countResponses(tx, programmeId);
      const counted = counts.filter((count) => waveId === null || count.waveId === waveId);
      const valid = counted.reduce((sum, count) => sum + count.valid, 0);
      if (valid === 0) return null;
      const excluded = counted.reduce((sum, count) => sum + count.excluded, 0);
      const imports = await importsOf(tx, programmeId);
      const source = waveId === null && excluded === 0 ? unchangedSource(imports, valid) : null;
      return read({
        definition,
        study: openedRows(tx, { definition, source, programmeId, waveId, excluded }),
        unknownAnswers: imports.some(({ request }) => request?.faultyLines === "set-aside") ? "set-aside" : "stop",
        horizon: await eventHorizon(tx, programmeId),
        source,
      });
    });
}

/** While one import is all there is, its file is what the rows say. */
function unchangedSource(imports: readonly ImportRecord[], valid: number): ImportRecord | null {
  const [first, ...others] = imports;
  const outcome = first?.outcome;
  return outcome !== undefined &&
    outcome !== null &&
    others.length === 0 &&
    outcome.rejected === 0 &&
    outcome.imported === valid
    ? first
    : null;
}

interface RowsOf {
  readonly definition: DefinitionRecord;
  readonly source: ImportRecord | null;
  readonly programmeId: string;
  readonly waveId: string | null;
  readonly excluded: number;
}

function openedRows(tx: Transaction<Tables>, of: RowsOf): OpenedStudy {
  const { header, study, hash } = of.definition;
  const { definition } = definitionOf(Buffer.from(study));
  const blocks = rowBlocks(tx, of);
  const data = of.source?.outcome?.data;
  const common = { definition, definitionHash: hash, excludedByHand: of.excluded };
  if (data !== undefined) {
    const { file, bytes, sha256, encoding }: ImportedData = data;
    return { ...common, file, rows: { header, blocks }, fingerprint: () => ({ bytes, sha256, encoding }) };
  }
  const canonical = new CanonicalFingerprint(header);
  return {
    ...common,
    definitionHash: createHash("sha256").update(withPlainData(study, definition)).digest("hex"),
    file: plainDataName(definition),
    rows: { header, blocks: canonical.watch(blocks) },
    fingerprint: () => canonical.result(),
  };
}

async function* rowBlocks(
  tx: Transaction<Tables>,
  { definition, programmeId, waveId }: RowsOf,
): AsyncGenerator<RowBlock> {
  const keys = answerKeys(definition.header);
  let before = 1;
  for await (const stored of validRows(tx, programmeId, waveId)) {
    // Lines of messages: rows that came by no file are counted on.
    const lines = Int32Array.from(stored, ({ line }, i) => line ?? before + i + 1);
    before += stored.length;
    yield { rows: stored.map(({ answers }) => keys.map((key) => answers[key] ?? "")), lines };
  }
}
