import type { QuestionnaireIssue } from "@manyi/questionnaire/check/questionnaire-issue";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Place } from "./place.ts";

export interface Spot {
  readonly place: Place;
  /** Path of the field inside the place: `text.en`, `options.2.label.zh`; empty: the place as a whole. */
  readonly field: string;
}

type Path = readonly (string | number)[];

/** Where an issue is mended: of a text that lacks a language the field of that language. */
export function spotOfIssue(draft: Pick<Questionnaire, "pages">, issue: QuestionnaireIssue): Spot {
  const language = issue.code === "text-missing" ? issue.details.languages[0] : undefined;
  return spotOfPath(draft, language === undefined ? issue.at : [...issue.at, language]);
}

/** Where in the editor a path of the questionnaire is edited. */
export function spotOfPath({ pages }: Pick<Questionnaire, "pages">, path: Path): Spot {
  const [part, second, third, fourth, ...rest] = path;
  const field = (from: number) => path.slice(from).join(".");
  if (part === "pages") {
    const page = typeof second === "number" ? pages[second] : undefined;
    if (page === undefined) return { place: { kind: "page", code: pages[0]?.code ?? "" }, field: "" };
    const question = third === "questions" && typeof fourth === "number" ? page.questions[fourth] : undefined;
    if (question === undefined) return { place: { kind: "page", code: page.code }, field: field(2) };
    return { place: { kind: "question", code: question.code }, field: rest.join(".") };
  }
  if (part === "scales" && typeof second === "string")
    return { place: { kind: "scale", code: second }, field: field(2) };
  if (part === "scoring") return { place: { kind: "scoring" }, field: field(1) };
  if (part === "thanks") return { place: { kind: "thanks" }, field: field(1) };
  if (part === "languages") return { place: { kind: "languages" }, field: "" };
  return { place: { kind: "welcome" }, field: part === "welcome" ? field(1) : field(0) };
}

/** The field to show for a path: the one that bears it, or else the one that holds most of it.
 *  @param known what the fields of the form call themselves */
export function nearestField(known: readonly string[], wanted: string): string | null {
  let best: string | null = null;
  for (const each of known) {
    const within = wanted === each || wanted.startsWith(`${each}.`);
    // A missing text is told of the text, its fields are one a language.
    const around = each.startsWith(`${wanted}.`);
    if (within && (best === null || each.length > best.length)) best = each;
    else if (around && best === null) best = each;
  }
  return best;
}
