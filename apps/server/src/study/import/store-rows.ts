/** Rows of a file → responses, block by block. */
import type { OpenedStudy } from "@manyi/dataset/load/load-study";
import type { RowBlock } from "@manyi/study/data/row-source";
import type { Kysely } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { answerKeys } from "../../programme/answer-keys.ts";
import { countReceived } from "../../programme/wave-counts.ts";
import { insertResponses, type ResponseBatch, type ResponsesOfImport } from "../../response/queries.ts";
import type { FaultOfLine } from "../check/faulty-lines.ts";
import { answerWriter } from "./answer-text.ts";
import type { RejectedLines } from "./rejected-lines.ts";
import { waveReader } from "./wave-rows.ts";

export interface RowPlan {
  readonly opened: OpenedStudy;
  readonly of: ResponsesOfImport;
  readonly waveIds: ReadonlyMap<string, string>;
  /** What is wrong with the line; null: it is imported. */
  readonly judge: (line: number, row: readonly string[]) => FaultOfLine | null;
  readonly rejected: RejectedLines;
  readonly progress: (rows: number) => Promise<void>;
}

/** Rows of one insert. */
const batchRows = 1_000;

/** @returns how many were imported */
export async function storeRows(tx: Kysely<Tables>, plan: RowPlan): Promise<number> {
  const { opened, rejected } = plan;
  const keys = answerKeys(opened.rows.header);
  const batchOf = batchMaker(plan, keys);
  const received = new Map<string, number>();
  let imported = 0;
  let read = 0;
  for await (const block of opened.rows.blocks) {
    for (const part of parts(block)) {
      const kept: number[] = [];
      for (const [i, row] of part.rows.entries()) {
        const fault = plan.judge(part.lines[i], row);
        if (fault === null) kept.push(i);
        else await rejected.add({ line: part.lines[i], ...fault, text: row[keys.indexOf(fault.column)] ?? "" });
      }
      if (kept.length > 0) {
        const batch = batchOf(part, kept);
        await insertResponses(tx, batch, plan.of);
        for (const waveId of batch.waveIds) received.set(waveId, (received.get(waveId) ?? 0) + 1);
      }
      imported += kept.length;
      read += part.rows.length;
      await plan.progress(read);
    }
  }
  // Once, at the end: a row that is changed again and again in one transaction is slower to find each time.
  await countReceived(tx, plan.of.organisationId, received, plan.of.at);
  return imported;
}

function* parts({ rows, lines }: RowBlock): Generator<RowBlock> {
  for (let from = 0; from < rows.length; from += batchRows) {
    yield { rows: rows.slice(from, from + batchRows), lines: lines.subarray(from, from + batchRows) };
  }
}

function batchMaker(
  { opened, waveIds }: RowPlan,
  keys: readonly string[],
): (block: RowBlock, kept: readonly number[]) => ResponseBatch {
  const answersOf = answerWriter(keys);
  const waveOf = waveReader(opened.definition);
  const wavePosition = keys.indexOf(opened.definition.waves?.column.trim().normalize("NFC") ?? "");
  const waveId = (row: readonly string[]): string => {
    const code = waveOf(row[wavePosition] ?? "");
    const id = waveIds.get(code);
    if (id === undefined) throw new Error(`no wave was made for ${JSON.stringify(code)}`);
    return id;
  };
  return ({ rows, lines }, kept) => ({
    lines: kept.map((i) => lines[i]),
    waveIds: kept.map((i) => waveId(rows[i])),
    answers: kept.map((i) => answersOf(rows[i])),
  });
}
