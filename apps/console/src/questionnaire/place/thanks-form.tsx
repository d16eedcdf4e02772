import { useMessages } from "../../language/use-language.ts";
import { useDraft, useEdit } from "../editor/editor-context.ts";
import { TextSet } from "../fields/text-set.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

/** What stands after the last answer. */
export function ThanksForm() {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const thanks = useDraft((draft) => draft.thanks);
  return (
    <div className="place-form">
      <h2>{words.parts.thanks}</h2>
      <p className="muted measure">{words.thanksWhat}</p>
      {(["title", "text"] as const).map((part) => (
        <TextSet
          key={part}
          label={words.thanksTexts[part]}
          lines={part === "title" ? "one" : "several"}
          text={thanks[part]}
          at={part}
          onText={(text, field) =>
            edit((draft) => ({ ...draft, thanks: { ...draft.thanks, [part]: text } }), `thanks.${field}`)
          }
        />
      ))}
    </div>
  );
}
