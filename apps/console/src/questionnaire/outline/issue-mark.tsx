import { useMessages } from "../../language/use-language.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

/** Whether something is wrong with a row, with a word for who does not see the sign. */
export function IssueMark({ mark }: { readonly mark: "error" | "warning" | null }) {
  const words = useMessages({ zh, en });
  if (mark === null) return null;
  return (
    <span className={`issue-mark ${mark}`} title={words.marks[mark]}>
      <span aria-hidden="true">▲</span>
      <span className="hidden-text">{words.marks[mark]}</span>
    </span>
  );
}
