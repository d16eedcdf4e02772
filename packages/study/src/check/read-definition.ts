import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { unreadable } from "../data/open-data.ts";
import type { StudyDefinition } from "../definition/study-definition.ts";
import { issue, StudyError } from "../issue/issue.ts";
import { parseStudy } from "./parse-study.ts";

const definitionFile = "study.json";

/** A study.json of more than this is not a definition but data. */
const largestDefinitionMegabytes = 50;

export interface ReadDefinition {
  readonly definition: StudyDefinition;
  /** The file's text. */
  readonly text: string;
  /** SHA-256 of the file as it lies there, lower-case hex. */
  readonly hash: string;
}

/** Reads and checks the study.json of a folder.
 *  @throws StudyError with every issue that can be known without the data */
export async function readDefinition(folder: string): Promise<ReadDefinition> {
  const folderThere = await stat(folder).then(
    (s) => s.isDirectory(),
    () => false,
  );
  if (!folderThere) throw new StudyError([issue("folder-missing", { file: folder }, { folder })]);
  const path = join(folder, definitionFile);
  const bytes = await stat(path)
    .then(({ size }) => {
      const megabytes = Math.ceil(size / 1e6);
      if (megabytes <= largestDefinitionMegabytes) return readFile(path);
      throw new StudyError([
        issue(
          "file-too-large",
          { file: definitionFile },
          { file: definitionFile, megabytes, limit: largestDefinitionMegabytes },
        ),
      ]);
    })
    .catch((cause: unknown) => {
      throw cause instanceof StudyError ? cause : new StudyError([unreadable(definitionFile, cause)]);
    });
  return definitionOf(bytes);
}

/** Checks a study.json that is in memory.
 *  @throws StudyError with every issue that can be known without the data */
export function definitionOf(bytes: Uint8Array): ReadDefinition {
  const text = decoded(bytes);
  const parsed = parseStudy(definitionFile, text);
  if (parsed.kind === "faulty") throw new StudyError(parsed.issues);
  return { definition: parsed.definition, text, hash: createHash("sha256").update(bytes).digest("hex") };
}

/** study.json may have been saved by an editor that writes GBK. */
function decoded(bytes: Uint8Array): string {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: try the next.
    }
  }
  throw new StudyError([
    issue("encoding-unknown", { file: definitionFile }, { file: definitionFile, encoding: "UTF-8", line: 1 }),
  ]);
}
