import { analyseStudy } from "@manyi/analysis/analyse-study";
import { findingText } from "@manyi/analysis/findings/finding-text";
import type { StudyResults } from "@manyi/analysis/results/study-results";
import { type LoadedStudy, loadStudy } from "@manyi/dataset/load/load-study";
import { renderHtml } from "@manyi/reports/html/render-html";
import { PdfUnavailableError } from "@manyi/reports/pdf/pdf-errors";
import { renderPdf } from "@manyi/reports/pdf/render-pdf";
import { satisfactionReport } from "@manyi/reports/satisfaction/satisfaction-report";
import type { StudyRequest } from "../command-line.ts";
import { messagesIn } from "../messages/language.ts";
import { resultsJson } from "../output/results-json.ts";
import { writeOut } from "../output/write-out.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { productVersion } from "../version.ts";
import { sayIssues, sayRead } from "./say.ts";

/** Study folder → results.json, report.html, report.pdf.
 *  @throws StudyError, OutNotWritable */
export async function analyse(request: StudyRequest, terminal: Terminal): Promise<ExitCode> {
  const messages = messagesIn(request.language);
  const started = terminal.nowMs();
  terminal.say(messages.reading(request.study));
  const loaded = await loadStudy(request.study, { unknownAnswers: request.unknownAnswers });
  sayIssues(loaded.warnings, request.language, terminal);
  sayRead(loaded, (terminal.nowMs() - started) / 1000, request.language, terminal);
  const unknown = unknownWeight(loaded, request.weight);
  if (unknown !== null) {
    terminal.say(messages.weightUnknown(unknown, knownWeights(loaded).join(", ")));
    return 2;
  }
  terminal.say(messages.computing);
  const results = analyseStudy(loaded, {
    productVersion,
    ...(request.weight === null ? {} : { weight: request.weight }),
  });
  const json = resultsJson(results);
  const exitCode = request.out === null ? 0 : await writeReport(results, json, request.out, request, terminal);
  if (request.printsJson) terminal.print(json);
  terminal.say(messages.finished(((terminal.nowMs() - started) / 1000).toFixed(1)));
  return exitCode;
}

/** Results and page are written even where the machine cannot make a PDF.
 *  @throws OutNotWritable */
async function writeReport(
  results: StudyResults,
  json: string,
  out: string,
  { language }: StudyRequest,
  terminal: Terminal,
): Promise<ExitCode> {
  const messages = messagesIn(language);
  terminal.say(messages.writing);
  const findings = results.findings.map((finding) => findingText(finding, language));
  const report = satisfactionReport(results, language, { producedOn: terminal.today(), findings });
  const files = [
    { name: "results.json", content: json },
    { name: "report.html", content: renderHtml(report) },
  ];
  const pdf = await renderPdf(report).catch((cause: unknown) => {
    if (cause instanceof PdfUnavailableError) return null;
    throw cause;
  });
  for (const path of await writeOut(out, pdf === null ? files : [...files, { name: "report.pdf", content: pdf }])) {
    terminal.say(messages.written(path));
  }
  if (pdf !== null) return 0;
  terminal.say(messages.pdfUnavailable);
  return 1;
}

function unknownWeight(loaded: LoadedStudy, wanted: string | null): string | null {
  return wanted === null || knownWeights(loaded).includes(wanted) ? null : wanted;
}

function knownWeights({ definition }: LoadedStudy): readonly string[] {
  return ["none", ...(definition.weights ?? []).map((weight) => weight.column)];
}
