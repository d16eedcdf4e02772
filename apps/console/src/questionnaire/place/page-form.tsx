import { useMessages } from "../../language/use-language.ts";
import { ConditionEditor } from "../condition/condition-editor.tsx";
import { withOptional } from "../edit/optional.ts";
import { changePage } from "../edit/page-edits.ts";
import { isBlank } from "../edit/text-edits.ts";
import { useDraft, useEdit } from "../editor/editor-context.ts";
import { TextSet } from "../fields/text-set.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

/** A page: its heading and when it is shown. */
export function PageForm({ code }: { readonly code: string }) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const index = useDraft((draft) => draft.pages.findIndex((page) => page.code === code));
  const page = useDraft((draft) => draft.pages.find((each) => each.code === code) ?? null);
  if (page === null) return <p className="muted">{words.gone}</p>;
  return (
    <div className="place-form">
      <h2>{words.page(index + 1)}</h2>
      <p className="muted measure">{words.pageWhat}</p>
      <TextSet
        label={words.pageTitle}
        text={page.title ?? {}}
        at="title"
        need="optional"
        onText={(title, field) =>
          edit(
            changePage(code, (each) => withOptional(each, "title", isBlank(title) ? undefined : title)),
            `${code}.${field}`,
          )
        }
      />
      <ConditionEditor
        condition={page.showIf}
        stands={{ kind: "page", code }}
        at="showIf"
        onChange={(showIf) => edit(changePage(code, (each) => withOptional(each, "showIf", showIf)))}
      />
    </div>
  );
}
