import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { ProblemError } from "@manyi/contract/problem/problem";
import {
  readReportDocument,
  readReportPage,
  readReportPdf,
  readResults,
  readResultsState,
} from "@manyi/contract/results/results";
import { type DerivedKey, type DerivedRow, findDerived } from "../analysis/queries.ts";
import { FileMissingError } from "../files/file-errors.ts";
import type { Ground } from "../ground.ts";
import { type Call, type FileAnswer, type HandledRoute, handle } from "../http/call.ts";
import { isMadeOf } from "./render-report.ts";
import { type ReportKey, reportJobKey } from "./report-key.ts";
import { etagOf, resultsState } from "./results-state.ts";
import { watchResults } from "./results-watch.ts";
import { type WantedResults, wantedResults } from "./wanted-results.ts";

type ReportCall = Call<typeof readReportPage> | Call<typeof readReportPdf>;

export function resultsRoutes(ground: Ground): readonly HandledRoute[] {
  const watch = watchResults(ground);
  return [
    handle(readResultsState, async (call) => {
      const { state, key, collects } = await resultsState(call);
      if (collects) watch.looked(key);
      return state;
    }),
    handle(readResults, async (call) => {
      const { key } = await wantedResults(call.tx, call.scope, { ...call.params, ...call.query });
      return derivedFile(ground, call, { ...key, kind: "results", language: "" }, "application/json");
    }),
    handle(readReportDocument, async (call) => {
      const { key } = await wantedResults(call.tx, call.scope, { ...call.params, ...call.query });
      return derivedFile(ground, call, { ...key, kind: "document", language: call.query.language }, "application/json");
    }),
    handle(readReportPage, (call) => rendering(ground, call, "page")),
    handle(readReportPdf, (call) => rendering(ground, call, "pdf")),
  ];
}

/** @throws ProblemError results-not-ready */
async function ready(tx: Call["tx"], of: DerivedKey): Promise<DerivedRow> {
  const row = await findDerived(tx, of);
  if (row === null || row.state !== "ready") throw new ProblemError("results-not-ready", {});
  return row;
}

async function derivedFile(ground: Ground, call: Call, of: DerivedKey, mediaType: string): Promise<FileAnswer> {
  const row = await ready(call.tx, of);
  return { mediaType, name: null, encoding: "gzip", etag: etagOf(row), content: () => opened(ground, of, row) };
}

/** A file may be replaced between the answer to the query and its opening: then the newer one is meant. */
async function opened({ database, files }: Ground, of: DerivedKey, row: DerivedRow): Promise<Readable> {
  try {
    return await files.read(row.key ?? "");
  } catch (cause) {
    const newer = cause instanceof FileMissingError ? await findDerived(database, of) : null;
    if (newer === null || newer.key === null || newer.key === row.key) throw cause;
    return files.read(newer.key);
  }
}

/** Page and PDF are made when somebody wants them, and kept as long as the results are. */
async function rendering(ground: Ground, call: ReportCall, kind: ReportKey["kind"]): Promise<FileAnswer> {
  const { language } = call.query;
  const wanted = await wantedResults(call.tx, call.scope, { ...call.params, ...call.query });
  const document = await ready(call.tx, { ...wanted.key, kind: "document", language });
  const of: DerivedKey = { ...wanted.key, kind, language };
  const made = await findDerived(call.tx, of);
  const key: ReportKey = { ...wanted.key, kind, language };
  const isThere = made !== null && isMadeOf(made, document);
  if (isThere && made.state === "failed") throw new ProblemError("pdf-unavailable", { reason: process.platform });
  if (!isThere) await call.enqueue("render-report", key, { key: reportJobKey(key) });
  await noteExport(call, wanted, key);
  return {
    mediaType: kind === "page" ? "text/html" : "application/pdf",
    name: fileName(wanted, key),
    ...(kind === "page" ? { encoding: "gzip" as const } : {}),
    content: async () => opened(ground, of, isThere ? made : await rendered(ground, of, document)),
  };
}

async function noteExport(call: ReportCall, { programme }: WantedResults, key: ReportKey): Promise<void> {
  const { kind, language, waveId, weight } = key;
  await call.audit({
    object: { kind: "programme", id: programme.id },
    unitId: programme.unitId,
    details: { kind, language, waveId, weight },
  });
}

function fileName({ programme }: WantedResults, { kind, language }: ReportKey): string {
  const title = programme.name[language] ?? programme.name.zh ?? programme.name.en ?? programme.id;
  return `${title}.${kind === "page" ? "html" : "pdf"}`;
}

const lookEveryMs = 100;
/** A report takes seconds; whoever waits longer asks again. */
const longestWaitMs = 110_000;

/** Waits until the job has made it.
 *  @throws ProblemError pdf-unavailable; results-not-ready where it takes too long */
async function rendered({ database }: Ground, of: DerivedKey, document: DerivedRow): Promise<DerivedRow> {
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += lookEveryMs) {
    const made = await findDerived(database, of);
    // Newer results may have come meanwhile: what was made of them serves as well.
    if (made !== null && (isMadeOf(made, document) || made.computedAt > document.computedAt)) {
      if (made.state === "failed") throw new ProblemError("pdf-unavailable", { reason: process.platform });
      return made;
    }
    await delay(lookEveryMs);
  }
  throw new ProblemError("results-not-ready", {});
}
