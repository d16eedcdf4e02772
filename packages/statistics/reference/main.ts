/** `npm run check:reference -- DIR`: recomputes what another program has computed, and says where the two differ. */
import { checkFile, type FileCheck, lineOf } from "./check.ts";
import { type ReferenceFile, readReferenceFolder } from "./reference-file.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("npm run check:reference -- DIR: a folder with CSVs and expected/*.json is needed");
  process.exit(2);
}
process.exitCode = await main(folder);

async function main(folder: string): Promise<number> {
  let files: readonly ReferenceFile[];
  try {
    files = readReferenceFolder(folder);
  } catch (error) {
    console.error(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  const checks: FileCheck[] = [];
  for (const file of files) {
    const check = await checkFile(file);
    checks.push(check);
    console.log(lineOf(check));
  }
  const comparisons = checks.flatMap((check) => (check.kind === "compared" ? check.comparison : []));
  const failed = comparisons.reduce((sum, { failures }) => sum + failures.length, 0);
  const compared = comparisons.reduce((sum, each) => sum + each.compared, 0);
  const notBuilt = checks.filter(({ kind }) => kind === "not-built");
  if (notBuilt.length > 0) {
    const names = [...new Set(notBuilt.map(({ file }) => file.family))];
    console.log(`families not built yet: ${names.join(", ")} (${notBuilt.length} files)`);
  }
  console.log(`${compared - failed} passed, ${failed} failed`);
  return failed > 0 || notBuilt.length > 0 || compared === 0 ? 1 : 0;
}
