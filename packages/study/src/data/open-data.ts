/** Opens the data file that study.json names, by its content rather than its ending. */
import { basename, join } from "node:path";
import type { DataFile } from "../definition/study-definition.ts";
import { type Issue, issue, StudyError } from "../issue/issue.ts";
import { csvRows } from "./csv-rows.ts";
import { decodedText } from "./decoded-text.ts";
import type { RowSource } from "./row-source.ts";
import { type FileContent, inspectFile, type SurveyFile, type TextEncoding } from "./survey-file.ts";
import { workbookRows } from "./workbook-rows.ts";

export interface OpenedData {
  readonly file: string;
  readonly fingerprint: SurveyFile;
  /** As it is named in the method section: `UTF-8`, `GB18030`, `XLSX` … */
  readonly encoding: string;
  readonly rows: RowSource;
}

/** @throws StudyError if the file is absent, unreadable, empty, or of a kind that is not read */
export async function openData(folder: string, data: DataFile): Promise<OpenedData> {
  const { file } = data;
  if (basename(file) !== file || file === "." || file === "..")
    throw new StudyError([issue("file-outside-folder", { file: "study.json" }, { file })]);
  return openDataFile(join(folder, file), data);
}

/** The same for a file that lies under another name than study.json calls it.
 *  @throws StudyError if the file is absent, unreadable, empty, or of a kind that is not read */
export async function openDataFile(path: string, data: DataFile): Promise<OpenedData> {
  const { file } = data;
  const fingerprint = await inspectFile(path).catch((cause: unknown) => {
    throw new StudyError([unreadable(file, cause)]);
  });
  const { content } = fingerprint;
  if (/\.(xlsx|xlsm)$/i.test(file)) return openWorkbook(path, data, fingerprint);
  if (content.kind !== "text") throw new StudyError([notText(file, content)]);
  if (!/\.(csv|tsv|txt)$/i.test(file)) throw new StudyError([issue("file-kind-unknown", { file }, { file })]);
  const encoding = encodingOf(data, content.encoding);
  const known = encoding === "utf-8" && content.encoding === "utf-8" && content.isValid ? "validated" : "unvalidated";
  const delimiter = data.delimiter === undefined || data.delimiter === "auto" ? "" : data.delimiter;
  const rows = await csvRows(file, decodedText(path, file, encoding, known), delimiter);
  return { file, fingerprint, encoding: encoding.toUpperCase(), rows };
}

async function openWorkbook(path: string, data: DataFile, fingerprint: SurveyFile): Promise<OpenedData> {
  if (fingerprint.content.kind !== "excel") throw new StudyError([notText(data.file, fingerprint.content)]);
  return { file: data.file, fingerprint, encoding: "XLSX", rows: await workbookRows(path, data.file, data.sheet) };
}

function encodingOf(data: DataFile, found: TextEncoding): TextEncoding {
  return data.encoding === undefined || data.encoding === "auto" ? found : data.encoding;
}

function notText(file: string, content: FileContent): Issue {
  switch (content.kind) {
    case "empty":
      return issue("file-empty", { file }, { file });
    case "excel":
      return issue("file-is-excel", { file }, { file });
    case "old-excel":
      return issue("file-is-old-excel", { file }, { file });
    case "binary":
      return issue("file-is-binary", { file }, { file });
    case "text":
      return issue("workbook-broken", { file }, { file, reason: "text" });
  }
}

/** A file system error as an issue. */
export function unreadable(file: string, cause: unknown): Issue {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return code === "ENOENT"
    ? issue("file-missing", { file }, { file })
    : issue("file-unreadable", { file }, { file, reason: code });
}
