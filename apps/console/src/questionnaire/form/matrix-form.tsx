import type { MatrixQuestion } from "@manyi/questionnaire/question/matrix/schema";
import { Button } from "../../controls/button.tsx";
import { useMessages } from "../../language/use-language.ts";
import { insertedAt } from "../edit/list-edits.ts";
import { freeCode } from "../edit/new-code.ts";
import { useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";
import { MatrixRowForm } from "./matrix-row-form.tsx";
import { ScaleChoice } from "./scale-choice.tsx";

export function MatrixForm({ question, onChange }: FormProps<MatrixQuestion>) {
  const words = useMessages({ zh, en });
  const { mayEdit } = useEditor();
  const { rows } = question;
  const add = () => {
    const code = freeCode("r", new Set(rows.map((row) => row.code)));
    onChange({ ...question, rows: insertedAt(rows, rows.length, { code, text: {} }) });
  };
  return (
    <>
      <ScaleChoice scale={question.scale} onChoose={(scale) => onChange({ ...question, scale })} />
      <fieldset className="field-set" data-field="rows">
        <legend>{words.rows}</legend>
        <ol className="edit-list">
          {rows.map((row, index) => (
            <MatrixRowForm key={row.code} question={question} row={row} index={index} onChange={onChange} />
          ))}
        </ol>
        {mayEdit ? (
          <Button size="compact" onClick={add}>
            {words.addRow}
          </Button>
        ) : null}
      </fieldset>
    </>
  );
}
