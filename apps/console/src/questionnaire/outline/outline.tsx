import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { Button } from "../../controls/button.tsx";
import { useMessages } from "../../language/use-language.ts";
import { addPage } from "../edit/page-edits.ts";
import { moveQuestion } from "../edit/question-moves.ts";
import { useDraft, useEdit, useEditor } from "../editor/editor-context.ts";
import type { Place } from "../editor/place.ts";
import type { IssueMarks } from "../issues/issue-marks.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { OutlinePage } from "./outline-page.tsx";
import { OutlineParts } from "./outline-parts.tsx";

interface OutlineProps {
  readonly place: Place;
  readonly marks: IssueMarks;
}

/** All pages and questions in their order, and what stands around them. Rows are moved by dragging, by keys, by their menu. */
export function Outline({ place, marks }: OutlineProps) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const { mayEdit } = useEditor();
  const pages = useDraft((draft) => draft.pages);
  const [dragged, setDragged] = useState<string | null>(null);
  const held = useRef<string | null>(null);
  const drag = useCallback((code: string | null) => {
    held.current = code;
    setDragged(code);
  }, []);
  const drop = useCallback(
    (pageIndex: number, index: number) => {
      if (held.current !== null) edit(moveQuestion(held.current, { pageIndex, index }));
      drag(null);
    },
    [edit, drag],
  );
  return (
    <nav className="outline" aria-label={words.outline} onKeyDown={moveAlong}>
      <p className="muted small outline-keys">{words.outlineKeys}</p>
      <OutlineParts places={["welcome"]} chosen={place} marks={marks} />
      <ol className="outline-pages">
        {pages.map((page, index) => (
          <OutlinePage
            key={page.code}
            page={page}
            index={index}
            pages={pages.length}
            chosen={place}
            marks={marks}
            dragged={dragged}
            onDrag={drag}
            onDrop={drop}
          />
        ))}
      </ol>
      {mayEdit ? (
        <Button tone="quiet" size="compact" onClick={() => edit(addPage(pages.length))}>
          {words.addPage}
        </Button>
      ) : null}
      <OutlineParts places={["thanks"]} chosen={place} marks={marks} />
      <h2 className="outline-heading">{words.setUp}</h2>
      <OutlineParts places={["languages", "scales", "scoring"]} chosen={place} marks={marks} />
    </nav>
  );
}

/** Arrow keys go from row to row. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches(".outline-row")) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(".outline-row")];
  rows[rows.indexOf(event.target) + step]?.focus();
}
