import type { MatrixQuestion, MatrixRow } from "@manyi/questionnaire/question/matrix/schema";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { ConditionEditor } from "../condition/condition-editor.tsx";
import { isCode } from "../edit/code-form.ts";
import { findQuestion } from "../edit/find-question.ts";
import { movedTo, replacedAt, withoutAt } from "../edit/list-edits.ts";
import { withOptional } from "../edit/optional.ts";
import { renameInQuestion } from "../edit/rename-item.ts";
import { readIn } from "../edit/text-edits.ts";
import { useEdit, useEditor } from "../editor/editor-context.ts";
import { CodeField } from "../fields/code-field.tsx";
import { TextInputs } from "../fields/text-inputs.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";
import { ListRowTools } from "./list-row-tools.tsx";

interface MatrixRowFormProps extends FormProps<MatrixQuestion> {
  readonly row: MatrixRow;
  readonly index: number;
}

/** One row of a matrix: words, code, when it is shown. */
export function MatrixRowForm({ question, row, index, onChange }: MatrixRowFormProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const { published, mayEdit } = useEditor();
  const { rows } = question;
  const before = published === null ? null : findQuestion(published, question.code)?.question;
  const locked = before?.type === "matrix" && before.rows.some(({ code }) => code === row.code);
  const set = (next: MatrixRow, field?: string) =>
    onChange({ ...question, rows: replacedAt(rows, index, next) }, field);
  const name = readIn(row.text, screen) || words.row(index + 1);
  return (
    <li className="edit-row">
      <div className="edit-row-main">
        <TextInputs
          label={words.row(index + 1)}
          text={row.text}
          at={`rows.${index}.text`}
          onText={(text, field) => set({ ...row, text }, field)}
        />
        <details className="more" open={row.showIf !== undefined || undefined}>
          <summary>{words.codeAndCondition}</summary>
          <CodeField
            label={words.codeOfRow(index + 1)}
            code={row.code}
            locked={locked}
            isAllowed={isCode}
            taken={new Set(rows.filter((each) => each !== row).map(({ code }) => code))}
            field={`rows.${index}.code`}
            onRename={(code) =>
              edit(renameInQuestion(question, { ...question, rows: replacedAt(rows, index, { ...row, code }) }))
            }
          />
          <ConditionEditor
            condition={row.showIf}
            stands={{ kind: "question", code: question.code }}
            at={`rows.${index}.showIf`}
            onChange={(showIf) => set(withOptional(row, "showIf", showIf))}
          />
        </details>
      </div>
      {mayEdit ? (
        <ListRowTools
          name={name}
          index={index}
          count={rows.length}
          onMove={(to) => onChange({ ...question, rows: movedTo(rows, index, to) })}
          onRemove={() => onChange({ ...question, rows: withoutAt(rows, index) })}
        />
      ) : null}
    </li>
  );
}
