import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { useDraft } from "../editor/editor-context.ts";
import { CheckBox } from "../fields/check-box.tsx";
import { TextInputs } from "../fields/text-inputs.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { ChoiceQuestion } from "./choice-question.ts";
import type { FormProps } from "./form-props.ts";

/** The last option, behind which one writes something. */
export function OtherForm({ question, onChange }: FormProps<ChoiceQuestion>) {
  const words = useMessages({ zh, en });
  const languages = useDraft((draft) => draft.languages);
  const { other } = question;
  const usual = Object.fromEntries(
    Object.entries({ zh: zh.otherLabel, en: en.otherLabel }).filter(([language]) => languages.includes(language)),
  );
  return (
    <fieldset className="field-set" data-field="other">
      <legend>{words.other}</legend>
      <CheckBox
        checked={other !== undefined}
        onToggle={(checked) => onChange(withOptional(question, "other", checked ? { label: usual } : undefined))}
      >
        {words.withOther}
      </CheckBox>
      {other === undefined ? null : (
        <div className="indented">
          <TextInputs
            label={words.otherText}
            text={other.label}
            at="other.label"
            onText={(label, field) => onChange({ ...question, other: { ...other, label } }, field)}
          />
          <CheckBox
            checked={other.textRequired === true}
            onToggle={(checked) =>
              onChange({ ...question, other: withOptional(other, "textRequired", checked || undefined) })
            }
          >
            {words.otherRequired}
          </CheckBox>
        </div>
      )}
    </fieldset>
  );
}
