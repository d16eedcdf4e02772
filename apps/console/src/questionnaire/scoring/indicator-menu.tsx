import { Menu } from "../../controls/menu.tsx";
import { useMessages } from "../../language/use-language.ts";
import {
  addIndicator,
  type IndicatorPath,
  indentIndicator,
  outdentIndicator,
  removeIndicator,
  stepIndicator,
} from "../edit/indicator-edits.ts";
import { useEdit } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface IndicatorMenuProps {
  readonly path: IndicatorPath;
  readonly siblings: number;
  readonly name: string;
}

/** What can be done with a node of the indicator system. */
export function IndicatorMenu({ path, siblings, name }: IndicatorMenuProps) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const at = path.at(-1) ?? 0;
  return (
    <Menu label={words.moreOf(name)} face={<span aria-hidden="true">⋯</span>}>
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
            {item(words.addIndicator, () => edit(addIndicator(path)))}
            {at > 0 ? item(words.moveUp, () => edit(stepIndicator(path, -1))) : null}
            {at < siblings - 1 ? item(words.moveDown, () => edit(stepIndicator(path, 1))) : null}
            {at > 0 ? item(words.indent, () => edit(indentIndicator(path))) : null}
            {path.length > 1 ? item(words.outdent, () => edit(outdentIndicator(path))) : null}
            {item(words.removeIndicator, () => edit(removeIndicator(path)), "menu-item danger")}
          </>
        );
      }}
    </Menu>
  );
}
