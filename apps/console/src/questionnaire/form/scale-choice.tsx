import { SelectField } from "../../controls/field.tsx";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { addScale } from "../edit/scale-edits.ts";
import { readIn } from "../edit/text-edits.ts";
import { useDraft, useEdit, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface ScaleChoiceProps {
  readonly scale: string;
  readonly onChoose: (scale: string) => void;
}

const fresh = " new";

/** Which scale is answered on; a new one can be made here. */
export function ScaleChoice({ scale, onChoose }: ScaleChoiceProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const { go, store, mayEdit } = useEditor();
  const scales = useDraft((draft) => draft.scales);
  const options = Object.entries(scales).map(([name, each]) => {
    const ends = [each.minimum, each.maximum].map((value) => readIn(each.labels[String(value)] ?? {}, screen));
    return { value: name, text: words.scaleName(each.minimum, each.maximum, ends[0] ?? "", ends[1] ?? "") };
  });
  const known = Object.hasOwn(scales, scale);
  const choose = (chosen: string) => {
    if (chosen !== fresh) return onChoose(chosen);
    const next = addScale()(store.draft());
    const name = Object.keys(next.scales).find((each) => !Object.hasOwn(scales, each));
    if (name === undefined) return;
    edit(addScale());
    onChoose(name);
  };
  return (
    <div className="row scale-choice" data-field="scale">
      <SelectField
        label={words.scale}
        value={scale}
        options={[
          ...(known ? [] : [{ value: scale, text: words.scaleUnknown(scale) }]),
          ...options,
          ...(mayEdit ? [{ value: fresh, text: words.newScale }] : []),
        ]}
        onChoose={choose}
      />
      {known ? (
        <button type="button" className="text-link" onClick={() => go({ kind: "scale", code: scale }, null)}>
          {words.editScale}
        </button>
      ) : null}
    </div>
  );
}
