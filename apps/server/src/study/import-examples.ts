/** The studies that come with the product become programmes at the first start, so that there is something to look at. */
import { fileURLToPath } from "node:url";
import { readDefinition } from "@manyi/study/check/read-definition";
import { isStudyKnown } from "../programme/definitions.ts";
import type { StudyGround } from "../programme/study-ground.ts";
import { importFolder } from "./import-folder.ts";
import { deleteImport, unfinishedSystemImports } from "./queries.ts";

const examples = ["tenants", "bookkeeping"] as const;

/** Does nothing for those that are there already; what a stop in the middle left is cleared away.
 *  @returns ids of the programmes that were made */
export async function importExamples(
  ground: StudyGround,
  organisationId: string,
  unitId: string,
): Promise<readonly string[]> {
  for (const { id, files } of await unfinishedSystemImports(ground.database, organisationId)) {
    await deleteImport(ground.database, id);
    for (const { key } of files) await ground.files.remove(key);
  }
  const made: string[] = [];
  for (const name of examples) {
    const folder = fileURLToPath(new URL(`../../../../examples/${name}`, import.meta.url));
    const { hash } = await readDefinition(folder);
    if (await isStudyKnown(ground.database, organisationId, hash)) continue;
    made.push(await importFolder(ground, { organisationId, unitId, folder, name: null }));
  }
  return made;
}
