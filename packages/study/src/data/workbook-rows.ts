/** A sheet of an .xlsx as rows of cells; a workbook that unpacks to more than memory should hold is refused unread. */
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { issue, StudyError } from "../issue/issue.ts";
import type { RowSource } from "./row-source.ts";

const largestWorkbookMegabytes = 512;

/** @param sheet its name; undefined: the first
 *  @throws StudyError if the workbook is broken, too large, or has no such sheet */
export async function workbookRows(path: string, file: string, sheet: string | undefined): Promise<RowSource> {
  refuseLarge(await readFile(path), file);
  const sheets = await sheetsOf(path, file);
  const found = sheet === undefined ? sheets[0] : sheets.find((s) => s.sheet === sheet);
  if (found === undefined) {
    throw new StudyError([
      issue("sheet-missing", { file }, { sheet: sheet ?? "1", sheets: sheets.map((s) => s.sheet) }),
    ]);
  }
  const rows = found.data.map((row) => row.map(cellText));
  const filled = rows.map((row, i) => ({ row, line: i + 1 })).filter(({ row }) => row.some((cell) => cell !== ""));
  if (filled.length === 0) throw new StudyError([issue("file-empty", { file }, { file })]);
  return { header: filled[0].row, blocks: single(filled.slice(1)) };
}

async function* single(filled: readonly { readonly row: string[]; readonly line: number }[]): AsyncGenerator<{
  rows: string[][];
  lines: Int32Array;
}> {
  if (filled.length > 0) yield { rows: filled.map((f) => f.row), lines: Int32Array.from(filled, (f) => f.line) };
}

async function sheetsOf(path: string, file: string) {
  try {
    return await readWorkbook(path);
  } catch (cause) {
    throw broken(file, cause);
  }
}

/** Adds up what the archive says it unpacks to, without unpacking. */
function refuseLarge(archive: Uint8Array, file: string): void {
  let bytes = 0;
  try {
    unzipSync(archive, {
      filter: (entry) => {
        bytes += entry.originalSize;
        return false;
      },
    });
  } catch (cause) {
    throw broken(file, cause);
  }
  const megabytes = Math.ceil(bytes / 1e6);
  if (megabytes > largestWorkbookMegabytes) {
    throw new StudyError([issue("file-too-large", { file }, { file, megabytes, limit: largestWorkbookMegabytes })]);
  }
}

function broken(file: string, cause: unknown): StudyError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StudyError([issue("workbook-broken", { file }, { file, reason })]);
}

/** The day, and the time where there is one: people who answered on one day are not one person. */
function dateText(date: Date): string {
  const [day, time] = date.toISOString().split("T");
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 8)}`;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  return String(cell);
}
