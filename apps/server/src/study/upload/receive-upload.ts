/** Takes in what is uploaded: a folder's files, a zip of them, or one data file. */
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ProblemError } from "@manyi/contract/problem/problem";
import { issue, StudyError } from "@manyi/study/issue/issue";
import type { Part } from "../../http/call.ts";
import { definitionName, type LocalFile } from "../local-study.ts";
import { baseName, isArchive, isStudyFile } from "./file-names.ts";
import { unpackArchive, usualArchiveLimits } from "./unpack-archive.ts";

export interface ReceivedParts {
  readonly unitId: string | null;
  readonly files: readonly LocalFile[];
}

/** Streams every file to the folder, under names made here.
 *  @param largestBytes of all that is sent, and of all that an archive unpacks to
 *  @throws ProblemError import-without-data, request-too-large; StudyError for what is no study */
export async function receiveParts(
  parts: AsyncIterable<Part>,
  folder: string,
  largestBytes: number,
): Promise<ReceivedParts> {
  let unitId: string | null = null;
  const received: LocalFile[] = [];
  const counted = counter(largestBytes);
  for await (const part of parts) {
    if (part.kind === "field") {
      if (part.name === "unitId") unitId = part.value;
      continue;
    }
    const path = join(folder, `part-${received.length}`);
    await pipeline(part.content, counted(), createWriteStream(path, { mode: 0o600, flags: "wx" }));
    received.push({ name: part.fileName, path });
  }
  // Not while it comes in: an archive that was cut off for its size would be called broken.
  const files: LocalFile[] = [];
  for (const { name, path } of received) {
    if (isArchive(name)) files.push(...(await unpacked({ name: baseName(name), path }, largestBytes)));
    else if (isStudyFile(name)) files.push({ name: baseName(name), path });
  }
  return { unitId, files: chosen(files) };
}

/** @returns for each file, what it goes through; all of them together may be so large and no larger */
function counter(limitBytes: number): () => Transform {
  let bytes = 0;
  return () =>
    new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        if (bytes > limitBytes) done(new ProblemError("request-too-large", { limitBytes }));
        else done(null, chunk);
      },
    });
}

async function unpacked({ name, path }: LocalFile, largestBytes: number): Promise<readonly LocalFile[]> {
  const folder = `${path}-unpacked`;
  await mkdir(folder);
  return unpackArchive(path, name, folder, { ...usualArchiveLimits, largestBytes });
}

/** The definition and its data; data alone, if there is one such file.
 *  @throws ProblemError import-without-data; StudyError where it is not clear what is meant */
function chosen(files: readonly LocalFile[]): readonly LocalFile[] {
  const definitions = files.filter(({ name }) => name === definitionName);
  const data = files.filter(({ name }) => name !== definitionName);
  if (data.length === 0) throw new ProblemError("import-without-data", {});
  const names = (of: readonly LocalFile[]) => of.map(({ name }) => name);
  if (definitions.length > 1) {
    throw new StudyError([issue("studies-several", { file: definitionName }, { files: names(definitions) })]);
  }
  if (definitions.length === 0 && data.length > 1) {
    throw new StudyError([issue("data-files-several", { file: data[0].name }, { files: names(data) })]);
  }
  return [...definitions, ...data];
}
