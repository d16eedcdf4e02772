import { useLanguage, useMessages } from "../../language/use-language.ts";
import { isOptionCode } from "../edit/code-form.ts";
import { findQuestion } from "../edit/find-question.ts";
import { movedTo, replacedAt, withoutAt } from "../edit/list-edits.ts";
import { withOptional } from "../edit/optional.ts";
import { renameInQuestion } from "../edit/rename-item.ts";
import { readIn } from "../edit/text-edits.ts";
import { useEdit, useEditor } from "../editor/editor-context.ts";
import { CheckBox } from "../fields/check-box.tsx";
import { CodeField } from "../fields/code-field.tsx";
import { TextInputs } from "../fields/text-inputs.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { ChoiceQuestion } from "./choice-question.ts";
import type { FormProps } from "./form-props.ts";
import { ListRowTools } from "./list-row-tools.tsx";

interface OptionFormProps extends FormProps<ChoiceQuestion> {
  readonly index: number;
}

/** One option: words, code, and whether it stands alone. */
export function OptionForm({ question, index, onChange }: OptionFormProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const { published, mayEdit } = useEditor();
  const { options } = question;
  const option: (ChoiceQuestion["options"][number] & { exclusive?: boolean }) | undefined = options[index];
  if (option === undefined) return null;
  const before = published === null ? null : findQuestion(published, question.code)?.question;
  const locked = before !== null && before !== undefined && "options" in before;
  const isLocked = locked && before.options.some(({ code }) => code === option.code);
  const set = (next: typeof option, field?: string) =>
    onChange({ ...question, options: replacedAt(options, index, next) }, field);
  const rename = (code: string) => {
    const after = { ...question, options: replacedAt(options, index, { ...option, code }) };
    edit(renameInQuestion(question, after, { from: option.code, to: code }));
  };
  return (
    <li className="edit-row">
      <div className="edit-row-main">
        <TextInputs
          label={words.option(index + 1)}
          text={option.label}
          at={`options.${index}.label`}
          onText={(label, field) => set({ ...option, label }, field)}
        />
        <div className="row option-more">
          <CodeField
            look="compact"
            label={words.codeOfOption(index + 1)}
            code={option.code}
            locked={isLocked}
            isAllowed={(code) => isOptionCode(code) && code !== "other"}
            taken={new Set(options.filter((each) => each !== option).map(({ code }) => code))}
            field={`options.${index}.code`}
            onRename={rename}
          />
          {question.type === "multiple-choice" ? (
            <CheckBox
              checked={option.exclusive === true}
              field={`options.${index}.exclusive`}
              onToggle={(checked) => set(withOptional(option, "exclusive", checked || undefined))}
            >
              {words.exclusive}
            </CheckBox>
          ) : null}
        </div>
      </div>
      {mayEdit ? (
        <ListRowTools
          name={readIn(option.label, screen) || words.option(index + 1)}
          index={index}
          count={options.length}
          onMove={(to) => onChange({ ...question, options: movedTo(options, index, to) })}
          onRemove={() => onChange({ ...question, options: withoutAt(options, index) })}
        />
      ) : null}
    </li>
  );
}
