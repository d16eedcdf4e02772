import type { QuestionnairePath } from "../check/questionnaire-issue.ts";
import { shownQuote } from "./shown-quote.ts";
import type { PlaceTexts } from "./texts.ts";

/** Where an issue is, in words: “第 2 页「q3」的文字”.
 *  @param questionnaire to name questions by their code; may be of any form, since its form may be what is wrong */
export function placeText(at: QuestionnairePath, questionnaire: unknown, texts: PlaceTexts): string {
  const codeAt = (length: number) => {
    const code = valueAt(questionnaire, [...at.slice(0, length), "code"]);
    return shownQuote(typeof code === "string" ? code : at.slice(0, length).join("."));
  };
  const [first, second] = at;
  switch (first) {
    case "pages":
      return typeof second === "number" ? pagePlace(at, second, codeAt, texts) : texts.whole;
    case "scales":
      return second === undefined ? texts.whole : scalePlace(at, shownQuote(String(second)), texts);
    case "endings":
      return typeof second === "number" ? endingPlace(at, codeAt, texts) : texts.whole;
    case "scoring":
      return second === "indicators" ? indicatorPlace(at, codeAt, texts) : texts.scoring;
    case "welcome":
      return (second === undefined ? undefined : ownText(texts.welcome, second)) ?? texts.welcome.whole;
    case "thanks":
      return (second === undefined ? undefined : ownText(texts.thanks, second)) ?? texts.thanks.whole;
    case "title":
      return texts.title;
    case "languages":
      return texts.languages;
    default:
      return texts.whole;
  }
}

type CodeAt = (length: number) => string;

function pagePlace(at: QuestionnairePath, page: number, codeAt: CodeAt, texts: PlaceTexts): string {
  const parts = [texts.page(page + 1)];
  const isQuestion = at[2] === "questions" && typeof at[3] === "number";
  if (isQuestion) parts.push(texts.question(codeAt(4)));
  let rest = at.slice(isQuestion ? 4 : 2);
  const [list, number] = rest;
  if (isCountedList(list) && typeof number === "number") {
    parts.push(texts[counted[list]](number + 1));
    rest = rest.slice(2);
  } else if (isQuestion && list === "label") {
    return texts.joined([...parts, texts.parts.shortName]);
  }
  const [part] = rest;
  const name = part === undefined ? undefined : ownText(texts.parts, part);
  return texts.joined(name === undefined ? parts : [...parts, name]);
}

/** Lists whose parts are counted, and what a part is called. */
const counted = { rows: "row", options: "option", jumps: "jump" } as const;

function isCountedList(list: string | number | undefined): list is keyof typeof counted {
  return list !== undefined && Object.hasOwn(counted, list);
}

function endingPlace(at: QuestionnairePath, codeAt: CodeAt, texts: PlaceTexts): string {
  const place = texts.ending(codeAt(2));
  const name = at[2] === undefined ? undefined : ownText(texts.parts, at[2]);
  return name === undefined ? place : texts.joined([place, name]);
}

function scalePlace(at: QuestionnairePath, scale: string, texts: PlaceTexts): string {
  const value = at[2] === "labels" ? at[3] : undefined;
  const place = texts.scale(scale);
  return value === undefined ? place : texts.joined([place, texts.parts.labelOf(shownQuote(String(value)))]);
}

/** The deepest node that the path passes. */
function indicatorPlace(at: QuestionnairePath, codeAt: CodeAt, texts: PlaceTexts): string {
  const deepest = at.findLastIndex((step) => typeof step === "number");
  if (deepest === -1) return texts.scoring;
  const place = texts.indicator(codeAt(deepest + 1));
  return at[deepest + 1] === "label" ? texts.joined([place, texts.parts.label]) : place;
}

function ownText(texts: object, name: string | number): string | undefined {
  const found = Object.entries(texts).find(([key, text]) => key === name && typeof text === "string");
  return found?.[1];
}

function valueAt(root: unknown, path: QuestionnairePath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    // Any object may be asked for a property of its own.
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
