import type { Programme } from "@manyi/contract/programme/programmes";
import type { StudyImport } from "@manyi/contract/study/imports";
import type { Language } from "../language/current-language.ts";
import { textIn } from "../language/local-text.ts";

type Titled = Pick<StudyImport, "title" | "hasStudyJson" | "preview">;

/** What the new programme may be called: the study's title. Of data alone that is the file's name until somebody writes a
 *  better one; a file's name is no programme's, so none is suggested. */
export function suggestedName({ title, hasStudyJson, preview }: Titled, language: Language): string {
  const name = title === null ? "" : textIn(title, language);
  const fileName = preview?.dataFile.replace(/\.[^.]*$/, "");
  return !hasStudyJson && name === fileName ? "" : name;
}

/** The programme that bears the name already, whatever the language, case and blanks around it. */
export function namesake<Named extends Pick<Programme, "name">>(
  name: string,
  programmes: readonly Named[],
): Named | null {
  const wanted = plain(name);
  if (wanted === "") return null;
  return programmes.find((each) => Object.values(each.name).some((text) => plain(text) === wanted)) ?? null;
}

function plain(name: string): string {
  return name.trim().normalize("NFKC").toLowerCase();
}
