import type { ReportDocument } from "../document/report-document.ts";
import { PdfTypesettingError } from "./pdf-errors.ts";
import { toPdfDocument } from "./to-pdf-document.ts";
import { typesetter } from "./typesetter.ts";

/** A report as a tagged PDF on A4. Its texts reach the typesetter as data, never as source.
 *  @returns the file's bytes
 *  @throws PdfUnavailableError where this platform cannot make PDF
 *  @throws PdfTypesettingError if the template fails, with the typesetter's diagnostics as the cause */
export async function renderPdf(document: ReportDocument): Promise<Uint8Array> {
  const { compiler, template } = await typesetter();
  const inputs = { report: JSON.stringify(toPdfDocument(document)) };
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs });
    if (compiled.result === null) {
      const diagnostics = compiled.takeError()?.shortDiagnostics ?? [];
      throw new PdfTypesettingError(JSON.stringify(diagnostics[0] ?? "no diagnostics"), diagnostics);
    }
    return compiler.pdf(compiled.result, { pdfTags: true });
  } finally {
    // What was remembered of this document would stay in memory for good.
    compiler.evictCache(0);
  }
}
