import type { Messages } from "../messages/messages.ts";
import type { FillIn } from "../view/fill-in.ts";
import { markedKind } from "../view/marked-kind.ts";
import type { Sheet } from "../view/sheet.ts";
import { positionOf, shownPages } from "../view/shown-pages.ts";
import type { Embedded } from "./embedded.ts";

/** @param words in the sheet's language, or the nearest we have */
export function sheetFor(embedded: Embedded, words: Messages): Sheet {
  const { questionnaire, language, link, id, page, sequence, minutes } = embedded;
  const place = sequence === 0 ? `/s/${link}` : `/s/${link}/${id}/${page}`;
  const marked = markedKind(questionnaire);
  return {
    questionnaire,
    language,
    words,
    marked,
    minutes,
    addressIn: (tag) => `${place}?lang=${encodeURIComponent(tag)}`,
  };
}

/** The page that a document shows: what the server writes, and what the runtime takes over. */
export function fillInOf(embedded: Embedded, sheet: Sheet): FillIn {
  const { questionnaire, answers, link, id, stamp, sequence, version, faults, wave } = embedded;
  const shown = shownPages(questionnaire, answers);
  const position = positionOf(questionnaire, shown, embedded.page);
  const page = shown[position] ?? { page: { code: embedded.page, questions: [] }, questions: [], faults: [] };
  return {
    sheet,
    page,
    position,
    pages: Math.max(1, shown.length),
    answers,
    faults,
    action: `/s/${link}/${id}/${page.page.code}`,
    carried: { stamp, sequence, version },
    closing: wave === "closing",
    notice: "",
    keeping: "",
  };
}
