/** A programme's data as a study folder, in a zip: what `manyi analyse` reads. */
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { finished, pipeline } from "node:stream/promises";
import { definitionOf } from "@manyi/study/check/read-definition";
import { withPlainData } from "@manyi/study/data/plain-data";
import yazl from "yazl";
import type { FileStore } from "../../files/file-store.ts";
import type { StudyGround } from "../../programme/study-ground.ts";
import { definitionName } from "../local-study.ts";
import { type StudySnapshot, withSnapshot } from "../snapshot.ts";
import { withWorkFolder } from "../work-folder.ts";
import { canonicalText } from "./canonical-data.ts";

interface FolderFile {
  readonly name: string;
  readonly content: () => Promise<Readable>;
}

/** The folder as it was imported, byte for byte, where one import is all there is; else written from the rows, without those
 *  that were excluded.
 *  @returns the zip, as it is being made; null where the programme holds no data */
export function exportStudy(ground: StudyGround, programmeId: string): Promise<Readable | null> {
  return new Promise((resolve, reject) => {
    // The rows are written down first: whoever fetches slowly must not hold a transaction open.
    withWorkFolder(ground.config.dataFolder, async (folder) => {
      const path = join(folder, "data");
      const files = await withSnapshot(ground.database, programmeId, null, (snapshot) =>
        snapshot.source === null ? writtenAnew(snapshot, path) : asImported(snapshot, ground.files),
      );
      if (files === null) return resolve(null);
      const zip = zipped(files);
      resolve(zip);
      await finished(zip).catch(() => {});
    }).catch(reject);
  });
}

async function asImported({ source, definition }: StudySnapshot, store: FileStore): Promise<readonly FolderFile[]> {
  const stored = (source?.files ?? []).map(({ name, key }) => ({ name, content: () => store.read(key) }));
  if (stored.some(({ name }) => name === definitionName)) return stored;
  return [{ name: definitionName, content: async () => Readable.from([Buffer.from(definition.study)]) }, ...stored];
}

async function writtenAnew({ study, definition }: StudySnapshot, path: string): Promise<readonly FolderFile[]> {
  const { header, blocks } = study.rows;
  await pipeline(Readable.from(canonicalText(header, blocks)), createWriteStream(path, { mode: 0o600 }));
  const text = withPlainData(definition.study, definitionOf(Buffer.from(definition.study)).definition);
  return [
    { name: definitionName, content: async () => Readable.from([Buffer.from(text)]) },
    { name: study.file, content: async () => createReadStream(path) },
  ];
}

function zipped(files: readonly FolderFile[]): Readable {
  const zip = new yazl.ZipFile();
  const out = new PassThrough();
  const fail = (cause: unknown) => out.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  zip.on("error", fail);
  zip.outputStream.on("error", fail).pipe(out);
  addAll(zip, files).catch(fail);
  return out;
}

async function addAll(zip: yazl.ZipFile, files: readonly FolderFile[]): Promise<void> {
  for (const { name, content } of files) {
    if (name === definitionName) zip.addBuffer(await buffer(await content()), name);
    else
      zip.addReadStream(
        (await content()).on("error", (cause) => zip.emit("error", cause)),
        name,
      );
  }
  zip.end();
}
