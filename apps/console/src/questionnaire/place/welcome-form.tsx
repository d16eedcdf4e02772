import { useMessages } from "../../language/use-language.ts";
import { useDraft, useEdit } from "../editor/editor-context.ts";
import { TextSet } from "../fields/text-set.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

const parts = ["organisation", "purpose", "privacy"] as const;

/** What stands on the first screen: who asks, why, what happens with the answers. */
export function WelcomeForm() {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const title = useDraft((draft) => draft.title);
  const welcome = useDraft((draft) => draft.welcome);
  return (
    <div className="place-form">
      <h2>{words.parts.welcome}</h2>
      <p className="muted measure">{words.welcomeWhat}</p>
      <TextSet
        label={words.title}
        text={title}
        at="title"
        onText={(text, field) => edit((draft) => ({ ...draft, title: text }), field)}
      />
      {parts.map((part) => (
        <TextSet
          key={part}
          label={words.welcomeTexts[part]}
          hint={words.welcomeHints[part]}
          lines={part === "organisation" ? "one" : "several"}
          text={welcome[part]}
          at={part}
          onText={(text, field) =>
            edit((draft) => ({ ...draft, welcome: { ...draft.welcome, [part]: text } }), `welcome.${field}`)
          }
        />
      ))}
    </div>
  );
}
