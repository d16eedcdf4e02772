/** Uploaded files as they lie in a work folder: under names made here, with the name the user gave as a label. */

import { readFile } from "node:fs/promises";
import { type OpenedStudy, openedFile } from "@manyi/dataset/load/load-study";
import { definitionOf, type ReadDefinition } from "@manyi/study/check/read-definition";
import { openDataFile } from "@manyi/study/data/open-data";
import { issue, StudyError } from "@manyi/study/issue/issue";
import type { StudyMapping } from "@manyi/study/mapping/study-mapping";
import { studyOfMapping } from "@manyi/study/mapping/study-of-mapping";

export interface LocalFile {
  readonly name: string;
  readonly path: string;
}

export const definitionName = "study.json";

export interface LocalStudy {
  readonly read: ReadDefinition;
  /** Opens the data, anew each time. */
  readonly open: () => Promise<OpenedStudy>;
}

/** A study as it was uploaded: with its study.json, or with a mapping in place of it.
 *  @throws StudyError if the study.json is faulty or its data file is not there */
export async function localStudy(files: readonly LocalFile[], mapping: StudyMapping | null): Promise<LocalStudy> {
  const written = files.find(({ name }) => name === definitionName);
  if (written !== undefined) return studyWith(definitionOf(await readFile(written.path)), files);
  const data = files.find(({ name }) => name !== definitionName);
  if (mapping === null || data === undefined) throw new RangeError("neither a study.json nor a mapping");
  return studyWith(definitionOf(Buffer.from(studyOfMapping(mapping, data.name))), files);
}

/** The data of an upload under another definition than its own. */
export function studyWith(read: ReadDefinition, files: readonly LocalFile[]): LocalStudy {
  const { definition, hash } = read;
  const data = files.find(({ name }) => name.normalize("NFC") === definition.data.file.normalize("NFC"));
  if (data === undefined) {
    const file = definition.data.file;
    throw new StudyError([issue("file-missing", { file }, { file })]);
  }
  return { read, open: async () => openedFile(definition, hash, await openDataFile(data.path, definition.data)) };
}
