/** A report document as a web page or as PDF. */
import { text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import type { ReportDocument } from "@manyi/reports/document/report-document";
import { renderHtml } from "@manyi/reports/html/render-html";
import { PdfUnavailableError } from "@manyi/reports/pdf/pdf-errors";
import { renderPdf } from "@manyi/reports/pdf/render-pdf";
import {
  aloneFor,
  type DerivedKey,
  type DerivedRow,
  findDerived,
  type NewDerived,
  replaceDerived,
} from "../analysis/queries.ts";
import { type StoredText, storeBytes, storeCompressed } from "../analysis/store-derived.ts";
import type { FileStore } from "../files/file-store.ts";
import { programmeOfJob } from "../programme/queries.ts";
import type { StudyGround } from "../programme/study-ground.ts";
import { type ReportKey, reportJobKey } from "./report-key.ts";

/** Does nothing where the rendering is there already, or where there is no document. */
export async function renderReport(ground: StudyGround, key: ReportKey): Promise<void> {
  const { database, clock } = ground;
  await aloneFor(database, reportJobKey(key), async () => {
    const programme = await programmeOfJob(database, key.programmeId);
    const { kind, language, programmeId, waveId, weight } = key;
    const of: DerivedKey = { programmeId, waveId, weight, kind, language };
    const source = await findDerived(database, { ...of, kind: "document" });
    if (programme === null || source?.key === undefined || source.key === null) return;
    const before = await findDerived(database, of);
    if (before !== null && isMadeOf(before, source)) return;
    const made = await rendered(ground.files, source.key, kind);
    const common: Omit<NewDerived, "state" | "problem" | "key" | "bytes" | "facts"> = {
      organisationId: programme.organisationId,
      definitionId: source.definitionId,
      productVersion: source.productVersion,
      revision: source.revision,
      computedAt: clock.now(),
    };
    const documentHash = source.facts.sha256 ?? "";
    const old = await replaceDerived(
      database,
      of,
      made === null
        ? {
            ...common,
            state: "failed",
            problem: "pdf-unavailable",
            key: null,
            bytes: null,
            facts: { of: documentHash },
          }
        : {
            ...common,
            state: "ready",
            problem: null,
            key: made.key,
            bytes: made.bytes,
            facts: { of: documentHash, sha256: made.sha256 },
          },
    );
    if (old !== null) await ground.files.remove(old);
  });
}

/** Whether a page or PDF shows this very document. */
export function isMadeOf(rendering: DerivedRow, document: DerivedRow): boolean {
  return rendering.facts.of !== undefined && rendering.facts.of === document.facts.sha256;
}

/** @returns null where this machine cannot make PDF */
async function rendered(files: FileStore, key: string, kind: ReportKey["kind"]): Promise<StoredText | null> {
  const packed = await files.read(key);
  const plain = createGunzip();
  packed.on("error", (error) => plain.destroy(error));
  // This server wrote it.
  const document = JSON.parse(await text(packed.pipe(plain))) as ReportDocument;
  if (kind === "page") return storeCompressed(files, [renderHtml(document)]);
  try {
    return await storeBytes(files, await renderPdf(document));
  } catch (cause) {
    if (cause instanceof PdfUnavailableError) return null;
    throw cause;
  }
}
