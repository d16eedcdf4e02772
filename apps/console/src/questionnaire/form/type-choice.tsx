import type { Question } from "@manyi/questionnaire/question/question";
import { Menu } from "../../controls/menu.tsx";
import { useMessages } from "../../language/use-language.ts";
import { changeType, typesWithoutLoss } from "../edit/change-type.ts";
import { findQuestion } from "../edit/find-question.ts";
import { useDraft, useEdit, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

/** Another type, where the question can become one without losing anything and no answers hang on it. */
export function TypeChoice({ question }: { readonly question: Question }) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const { published, mayEdit } = useEditor();
  const scales = useDraft((draft) => draft.scales);
  const types = typesWithoutLoss(question, { scales });
  const isPublished = published !== null && findQuestion(published, question.code) !== null;
  if (types.length === 0 || isPublished || !mayEdit) return null;
  return (
    <Menu label={words.changeType} face={words.changeType}>
      {(close) =>
        types.map((type) => (
          <button
            key={type}
            type="button"
            className="menu-item"
            onClick={() => {
              close();
              edit(changeType(question, type));
            }}
          >
            {words.intoType(words.types[type])}
          </button>
        ))
      }
    </Menu>
  );
}
