import { endingOf } from "@manyi/questionnaire/evaluation/ending-of";
import { messagesFor } from "../messages/catalogues.ts";
import type { EndPage } from "../pages.ts";
import { EndView } from "../view/end-view.tsx";
import { type Sheet, sayIn } from "../view/sheet.ts";
import { documentOf } from "./document.tsx";

/** Thanks and the receipt, for browsers without the runtime. */
export function endDocument({ questionnaire, language, cells, receipt, late }: EndPage): string {
  const words = messagesFor(language);
  const sheet: Sheet = { questionnaire, language, words, marked: "none", minutes: 0, addressIn: () => "" };
  const content = <EndView sheet={sheet} cells={cells} receipt={receipt} late={late} />;
  return documentOf({
    language,
    title: sayIn(sheet, (endingOf(questionnaire, cells) ?? questionnaire.thanks).title),
    content,
  });
}
