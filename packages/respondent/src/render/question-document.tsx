import { estimatedSeconds } from "@manyi/questionnaire/content/estimated-seconds";
import { inLanguage } from "@manyi/questionnaire/content/in-language";
import { type Embedded, embeddedId, embeddedText } from "../embedded/embedded.ts";
import { fillInOf, sheetFor } from "../embedded/fill-in-of.ts";
import { minutesOf } from "../embedded/minutes-of.ts";
import { messagesFor } from "../messages/catalogues.ts";
import type { QuestionPage } from "../pages.ts";
import { PageView } from "../view/page-view.tsx";
import { sayIn } from "../view/sheet.ts";
import { documentOf } from "./document.tsx";

/** A page to be filled in. */
export function questionDocument(asked: QuestionPage, script: string): string {
  const embedded = embeddedOf(asked);
  const sheet = sheetFor(embedded, messagesFor(asked.language));
  const content = <PageView fillIn={fillInOf(embedded, sheet)} actions={undefined} />;
  const title = sayIn(sheet, embedded.questionnaire.title);
  return documentOf({
    language: asked.language,
    title,
    content,
    data: { id: embeddedId, text: embeddedText(embedded) },
    script,
  });
}

/** What the respondent's browser needs, and nothing else: one language, no scoring. */
function embeddedOf(asked: QuestionPage): Embedded {
  const { questionnaire, language, version, link, id, stamp, page, answers, faults, sequence, wave } = asked;
  const { $schema: _, ...pruned } = inLanguage({ ...questionnaire, scoring: {} }, language);
  const minutes = minutesOf(estimatedSeconds(questionnaire, language));
  return {
    questionnaire: pruned,
    version,
    link,
    language,
    id,
    stamp,
    page,
    answers,
    faults,
    sequence,
    wave,
    minutes,
  };
}
