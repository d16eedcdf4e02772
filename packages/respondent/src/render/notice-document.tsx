import { receiptMark, receivedLineId, returningId } from "../embedded/returning.ts";
import { messagesFor } from "../messages/catalogues.ts";
import type { Messages } from "../messages/messages.ts";
import type { NoticePage } from "../pages.ts";
import { MessageView } from "../view/message-view.tsx";
import { documentOf } from "./document.tsx";

/** Why there is nothing to answer.
 *  @param script address of what leads on who has begun */
export function noticeDocument({ kind, language, requestId, back, returning }: NoticePage, script: string): string {
  const words = messagesFor(language);
  const [title, text] = said(kind, words);
  const content = (
    <MessageView title={title} text={text}>
      {returning?.wave === "closing" && <p>{words.notice.begun}</p>}
      {returning !== undefined && (
        <p class="note" id={receivedLineId} hidden>
          {words.answeredBefore(receiptMark)}
        </p>
      )}
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
  if (returning === undefined) return documentOf({ language, title, content });
  const embedded = JSON.stringify(returning).replace(/</g, "\\u003c");
  return documentOf({ language, title, content, data: { id: returningId, text: embedded }, script });
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
