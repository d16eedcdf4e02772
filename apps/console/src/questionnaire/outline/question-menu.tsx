import { Menu } from "../../controls/menu.tsx";
import { useMessages } from "../../language/use-language.ts";
import { findQuestion } from "../edit/find-question.ts";
import { splitPage } from "../edit/page-edits.ts";
import { duplicateQuestion } from "../edit/question-edits.ts";
import { moveQuestion, stepQuestion } from "../edit/question-moves.ts";
import { useEdit, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface QuestionMenuProps {
  readonly code: string;
  readonly name: string;
  readonly onRemove: () => void;
}

/** What can be done with a question where it stands. */
export function QuestionMenu({ code, name, onRemove }: QuestionMenuProps) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const { store } = useEditor();
  return (
    <Menu label={words.moreOf(name)} look="button quiet compact" face={<span aria-hidden="true">⋯</span>}>
      {(close) => {
        const item = (text: string, act: () => void, look = "menu-item") => (
          <button
            key={text}
            type="button"
            className={look}
            onClick={() => {
              close();
              act();
            }}
          >
            {text}
          </button>
        );
        const found = findQuestion(store.draft(), code);
        const others = store.draft().pages.flatMap((_, index) => (index === found?.pageIndex ? [] : [index]));
        return (
          <>
            {item(words.moveUp, () => edit(stepQuestion(code, -1)))}
            {item(words.moveDown, () => edit(stepQuestion(code, 1)))}
            {others.map((pageIndex) =>
              item(words.moveToPage(pageIndex + 1), () =>
                edit(moveQuestion(code, { pageIndex, index: Number.MAX_SAFE_INTEGER })),
              ),
            )}
            {found === null || found.index === 0
              ? null
              : item(words.newPageHere, () => edit(splitPage(found.pageIndex, found.index)))}
            <hr className="menu-line" />
            {item(words.duplicate, () => edit(duplicateQuestion(code)))}
            {item(words.remove, onRemove, "menu-item danger")}
          </>
        );
      }}
    </Menu>
  );
}
