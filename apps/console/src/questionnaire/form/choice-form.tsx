import { Button } from "../../controls/button.tsx";
import { useMessages } from "../../language/use-language.ts";
import { freeCode } from "../edit/new-code.ts";
import { useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { ChoiceLimits } from "./choice-limits.tsx";
import type { ChoiceQuestion } from "./choice-question.ts";
import type { FormProps } from "./form-props.ts";
import { OptionForm } from "./option-form.tsx";
import { OtherForm } from "./other-form.tsx";

/** The options to choose from, the one behind which one writes, and how many may be chosen. */
export function ChoiceForm({ question, onChange }: FormProps<ChoiceQuestion>) {
  const words = useMessages({ zh, en });
  const { mayEdit } = useEditor();
  const { options } = question;
  const add = () => {
    const code = freeCode("o", new Set(options.map((option) => option.code)));
    onChange({ ...question, options: [...options, { code, label: {} }] });
  };
  return (
    <>
      <fieldset className="field-set" data-field="options">
        <legend>{words.options}</legend>
        <ol className="edit-list">
          {options.map((option, index) => (
            <OptionForm key={option.code} question={question} index={index} onChange={onChange} />
          ))}
        </ol>
        {mayEdit ? (
          <Button size="compact" onClick={add}>
            {words.addOption}
          </Button>
        ) : null}
      </fieldset>
      <OtherForm question={question} onChange={onChange} />
      <ChoiceLimits question={question} onChange={onChange} />
    </>
  );
}
