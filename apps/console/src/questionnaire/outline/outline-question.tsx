import type { Question } from "@manyi/questionnaire/question/question";
import { type KeyboardEvent, memo } from "react";
import { tell } from "../../controls/teller.tsx";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { duplicateQuestion, removeQuestion } from "../edit/question-edits.ts";
import { stepQuestion } from "../edit/question-moves.ts";
import { readIn } from "../edit/text-edits.ts";
import { useEdit, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { IssueMark } from "./issue-mark.tsx";
import { QuestionMenu } from "./question-menu.tsx";

interface OutlineQuestionProps {
  readonly question: Question;
  readonly isChosen: boolean;
  readonly mark: "error" | "warning" | null;
  readonly onDrag: (code: string | null) => void;
}

/** One question: its type, its words, what is wrong with it. Drawn anew only when it changes itself. */
export const OutlineQuestion = memo(function OutlineQuestion({
  question,
  isChosen,
  mark,
  onDrag,
}: OutlineQuestionProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const { go, mayEdit } = useEditor();
  const { code, type, text, showIf } = question;
  const name = readIn(text, screen) || words.untitled;
  const remove = () => {
    const neighbour = rowBeside(code);
    edit(removeQuestion(code));
    tell(words.removed(name));
    if (neighbour !== null) focusRow(neighbour);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!mayEdit) return;
    const step = event.altKey ? (event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null) : null;
    const doubles = event.key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey);
    if (step !== null) edit(stepQuestion(code, step));
    else if (doubles) edit(duplicateQuestion(code));
    else if (event.key === "Delete") remove();
    else return;
    event.preventDefault();
    if (step !== null) focusRow(code);
  };
  return (
    <div className="outline-line">
      <button
        type="button"
        className="outline-row"
        data-question={code}
        aria-current={isChosen ? "true" : undefined}
        draggable={mayEdit}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = "move";
          event.dataTransfer.setData("text/plain", code);
          onDrag(code);
        }}
        onDragEnd={() => onDrag(null)}
        onClick={() => go({ kind: "question", code }, null)}
        onKeyDown={onKeyDown}
      >
        <span className="outline-text">{name}</span>
        <span className="outline-type muted">
          {words.types[type]}
          {showIf === undefined ? "" : ` · ${words.conditional}`}
        </span>
        <IssueMark mark={mark} />
      </button>
      {mayEdit ? <QuestionMenu code={code} name={name} onRemove={remove} /> : null}
    </div>
  );
});

/** The question whose row takes the focus when this one's is gone: the next, else the one before. */
function rowBeside(code: string): string | null {
  const rows = [...document.querySelectorAll<HTMLElement>(".outline-row[data-question]")];
  const index = rows.findIndex((row) => row.dataset.question === code);
  return (rows[index + 1] ?? rows[index - 1])?.dataset.question ?? null;
}

/** A row that moved to another page is drawn anew there; the focus goes with it. */
function focusRow(code: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`.outline-row[data-question="${CSS.escape(code)}"]`)?.focus();
  });
}
