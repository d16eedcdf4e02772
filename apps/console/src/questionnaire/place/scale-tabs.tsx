import { useLanguage, useMessages } from "../../language/use-language.ts";
import { readIn } from "../edit/text-edits.ts";
import { useDraft, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

/** All scales of the questionnaire, to go from one to another; none where there is only one. */
export function ScaleTabs({ chosen }: { readonly chosen: string }) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const { go } = useEditor();
  const scales = useDraft((draft) => draft.scales);
  const entries = Object.entries(scales);
  if (entries.length < 2) return null;
  return (
    <ul className="row scale-tabs">
      {entries.map(([code, { minimum, maximum, labels }]) => (
        <li key={code}>
          <button
            type="button"
            className="text-link"
            aria-current={code === chosen ? "true" : undefined}
            onClick={() => go({ kind: "scale", code }, null)}
          >
            {words.scaleName(
              minimum,
              maximum,
              readIn(labels[String(minimum)] ?? {}, screen),
              readIn(labels[String(maximum)] ?? {}, screen),
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
