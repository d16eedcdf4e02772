import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { RespondentPages } from "./pages.ts";

const built = fileURLToPath(new URL("../dist/server/pages.js", import.meta.url));
const assets = fileURLToPath(new URL("../dist/assets", import.meta.url));

export interface OpenPages {
  readonly pages: RespondentPages;
  /** Folder of the files that the documents name, each beside its compressed twins; served under `/respondent/assets/`. */
  readonly assets: string;
}

/** The pages as they were built.
 *  @throws Error if they were not */
export async function openPages(): Promise<OpenPages> {
  if (!existsSync(built)) {
    throw new Error(`the respondent's pages are not built: ${built} is missing; run node packages/respondent/build.ts`);
  }
  // A built module has no types of its own.
  const { pages } = (await import(pathToFileURL(built).href)) as { readonly pages: RespondentPages };
  return { pages, assets };
}
