import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { differences } from "../edit/differences.ts";
import { questionsOf } from "../edit/find-question.ts";
import { languageName } from "../fields/language-name.ts";
import type { PublishedVersion } from "../issues/use-issues.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface PublishWhatProps {
  readonly draft: Questionnaire;
  readonly versions: number;
  readonly published: PublishedVersion | null;
}

/** What will stand under the new number, and how it differs from the last one. */
export function PublishWhat({ draft, versions, published }: PublishWhatProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const names = draft.languages.map((language) => languageName(language, screen));
  const differing = published === null ? null : differences(published.content, draft);
  const same = differing !== null && !differing.frame && differing.added + differing.changed + differing.removed === 0;
  return (
    <div className="publish-what">
      <p>
        {same
          ? words.sameVersion(published?.number ?? versions)
          : words.willPublish(
              versions + 1,
              questionsOf(draft).filter(({ type }) => type !== "statement").length,
              names.join(words.listed),
            )}
      </p>
      {differing === null || same ? null : <p>{words.differs(differing)}</p>}
      <p className="muted">{words.publishMeans}</p>
    </div>
  );
}
