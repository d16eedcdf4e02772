import { messagesFor } from "../messages/catalogues.ts";
import type { Messages } from "../messages/messages.ts";
import type { NoticePage } from "../pages.ts";
import { MessageView } from "../view/message-view.tsx";
import { documentOf } from "./document.tsx";

/** Why there is nothing to answer. */
export function noticeDocument({ kind, language, requestId, back }: NoticePage): string {
  const words = messagesFor(language);
  const [title, text] = said(kind, words);
  const content = (
    <MessageView title={title} text={text}>
      {back !== undefined && (
        <p class="buttons">
          <a class="primary" href={back}>
            {words.notice.retry}
          </a>
        </p>
      )}
      {requestId !== undefined && (
        <p class="help">
          {words.notice.reference} <code>{requestId}</code>
        </p>
      )}
    </MessageView>
  );
  return documentOf({ language, title, content });
}

function said(kind: NoticePage["kind"], { notice, refused }: Messages): readonly [string, string] {
  switch (kind) {
    case "not-found":
      return [notice.notFound, notice.notFoundText];
    case "closed":
      return [notice.closed, notice.closedText];
    case "differs":
      return [refused.differs, refused.differsText];
    case "too-many":
      return [notice.tooMany, notice.tooManyText];
    case "busy":
      return [notice.busy, notice.busyText];
    case "unreadable":
      return [notice.unreadable, notice.unreadableText];
    case "unexpected":
      return [notice.unexpected, notice.unexpectedText];
  }
}
