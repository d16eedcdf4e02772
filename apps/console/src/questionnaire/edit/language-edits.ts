import type { LocalText } from "@manyi/questionnaire/definition/primitives";
import type { DraftEdit } from "./draft-edit.ts";

/** Whether a text may be the tag of a language: `zh`, `en`, `zh-TW`. */
export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
}

export function addLanguage(language: string): DraftEdit {
  return (draft) =>
    draft.languages.includes(language) ? draft : { ...draft, languages: [...draft.languages, language] };
}

/** Takes a language and all its words away; the last one stays. */
export function removeLanguage(language: string): DraftEdit {
  return (draft) => {
    const languages = draft.languages.filter((each) => each !== language);
    if (languages.length === 0 || languages.length === draft.languages.length) return draft;
    const without = (text: LocalText): LocalText =>
      Object.fromEntries(Object.entries(text).filter(([each]) => each !== language));
    return { ...mapTexts(draft, without), languages };
  };
}

/** The first is shown to whoever asks for none of them. */
export function putLanguageFirst(language: string): DraftEdit {
  return (draft) =>
    draft.languages.includes(language)
      ? { ...draft, languages: [language, ...draft.languages.filter((each) => each !== language)] }
      : draft;
}

/** Property names under which a questionnaire holds texts. */
const textNames = new Set(["title", "text", "help", "label", "low", "high", "organisation", "purpose", "privacy"]);

/** Every text of a questionnaire changed. A text is known by the name it stands under, words of a scale by standing in `labels`. */
function mapTexts<Part>(part: Part, change: (text: LocalText) => LocalText): Part {
  // The form stays what it is: only texts are replaced, and by texts.
  return mapped(part, null, change) as Part;
}

function mapped(part: unknown, name: string | null, change: (text: LocalText) => LocalText): unknown {
  if (Array.isArray(part)) return part.map((each) => mapped(each, null, change));
  if (typeof part !== "object" || part === null) return part;
  if (name !== null && textNames.has(name) && isText(part)) return change(part);
  const entries = Object.entries(part);
  if (name === "labels")
    return Object.fromEntries(entries.map(([value, text]) => [value, mapped(text, "label", change)]));
  return Object.fromEntries(entries.map(([key, value]) => [key, mapped(value, key, change)]));
}

function isText(part: object): part is LocalText {
  return Object.values(part).every((words) => typeof words === "string");
}
