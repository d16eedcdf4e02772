import { endingOf } from "@manyi/questionnaire/evaluation/ending-of";
import type { Cells } from "@manyi/questionnaire/item/cells";
import { Said } from "./said.tsx";
import type { Sheet } from "./sheet.ts";

interface EndViewProps {
  readonly sheet: Sheet;
  /** What is known of the answers; empty: the usual thanks. */
  readonly cells: Cells;
  /** Null in the preview: nothing was sent. */
  readonly receipt: string | null;
  readonly late: boolean;
}

/** After the last answer: thanks, what happens next, and the receipt. */
export function EndView({ sheet, cells, receipt, late }: EndViewProps) {
  const { questionnaire, words } = sheet;
  const ending = endingOf(questionnaire, cells) ?? questionnaire.thanks;
  return (
    <>
      <header class="top">
        <p class="organisation">
          <Said text={questionnaire.welcome.organisation} sheet={sheet} />
        </p>
      </header>
      <main class="end">
        <svg class="seal" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
          <circle cx="24" cy="24" r="22" />
          <path d="M14.5 24.5l6.5 6.5 12.5-13.5" />
        </svg>
        <h1 id="screen" tabIndex={-1}>
          <Said text={ending.title} sheet={sheet} />
        </h1>
        <p class="next">
          <Said text={ending.text} sheet={sheet} />
        </p>
        {late && <p class="note">{words.late}</p>}
        {receipt === null ? (
          <p class="note">{words.preview.sent}</p>
        ) : (
          <div class="receipt">
            <p>{words.received}</p>
            <p>
              {words.receipt} <strong>{receipt}</strong>
            </p>
            <p class="help">{words.receiptNote}</p>
          </div>
        )}
      </main>
    </>
  );
}
