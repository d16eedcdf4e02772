import type { QuestionType } from "@manyi/questionnaire/question/question";
import { Menu } from "../../controls/menu.tsx";
import { useMessages } from "../../language/use-language.ts";
import { newQuestion, questionTypes } from "../edit/new-question.ts";
import { insertQuestion } from "../edit/question-edits.ts";
import { withUsualScale } from "../edit/scale-edits.ts";
import { useEdit, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface AddQuestionProps {
  readonly pageIndex: number;
  /** In front of which question. */
  readonly at: number;
  /** Of the page, as people count. */
  readonly number: number;
}

/** Adds a question of one of the types, worded already, and goes to it. */
export function AddQuestion({ pageIndex, at, number }: AddQuestionProps) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const { store, go } = useEditor();
  const add = (type: QuestionType) => {
    const prepared = withUsualScale(store.draft());
    const question = newQuestion(type, prepared);
    edit((draft) => insertQuestion(pageIndex, at, question)(withUsualScale(draft)));
    go({ kind: "question", code: question.code }, "first");
  };
  return (
    <Menu label={words.addTo(number)} look="button quiet compact add-question" face={words.addQuestion}>
      {(close) =>
        questionTypes.map((type) => (
          <button
            key={type}
            type="button"
            className="menu-item"
            onClick={() => {
              close();
              add(type);
            }}
          >
            {words.types[type]}
            <span className="menu-detail">{words.typeHints[type]}</span>
          </button>
        ))
      }
    </Menu>
  );
}
