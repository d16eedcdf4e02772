import type { Page } from "@manyi/questionnaire/definition/questionnaire";
import { Menu } from "../../controls/menu.tsx";
import { tell } from "../../controls/teller.tsx";
import { useMessages } from "../../language/use-language.ts";
import { addPage, movePage, removePage } from "../edit/page-edits.ts";
import { useEdit } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface PageMenuProps {
  readonly page: Page;
  readonly index: number;
  readonly pages: number;
}

/** What can be done with a page. */
export function PageMenu({ page, index, pages }: PageMenuProps) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const remove = () => {
    edit(removePage(index));
    tell(page.questions.length === 0 ? words.pageRemoved : words.pageMerged);
  };
  return (
    <Menu
      label={words.moreOf(words.page(index + 1))}
      look="button quiet compact"
      face={<span aria-hidden="true">⋯</span>}
    >
      {(close) => {
        const item = (text: string, act: () => void, look = "menu-item") => (
          <button
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
        return (
          <>
            {index > 0 ? item(words.moveUp, () => edit(movePage(index, index - 1))) : null}
            {index < pages - 1 ? item(words.moveDown, () => edit(movePage(index, index + 1))) : null}
            {item(words.pageAfter, () => edit(addPage(index + 1)))}
            {pages > 1 ? item(words.removePage, remove, "menu-item danger") : null}
          </>
        );
      }}
    </Menu>
  );
}
