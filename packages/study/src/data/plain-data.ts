import { applyEdits, modify } from "jsonc-parser";
import type { DataFile, StudyDefinition } from "../definition/study-definition.ts";

const plainText = /\.(csv|tsv|txt)$/i;

/** Name of a study's data once it is written anew: a workbook's name would mislead. */
export function plainDataName({ data }: StudyDefinition): string {
  return plainText.test(data.file) ? data.file : "data.csv";
}

/** The study.json for data that is written anew as UTF-8 with commas: the same text, unless it says otherwise of the file. */
export function withPlainData(study: string, definition: StudyDefinition): string {
  if (saysPlain(definition.data)) return study;
  const data: DataFile = { file: plainDataName(definition) };
  return applyEdits(study, modify(study, ["data"], data, { formattingOptions: { insertSpaces: true, tabSize: 2 } }));
}

function saysPlain({ file, encoding = "auto", delimiter = "auto" }: DataFile): boolean {
  return plainText.test(file) && ["auto", "utf-8"].includes(encoding) && ["auto", ","].includes(delimiter);
}
