import type { Condition } from "@manyi/questionnaire/definition/condition";
import { Button } from "../../controls/button.tsx";
import { SelectField } from "../../controls/field.tsx";
import { keyed } from "../../controls/keyed.ts";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { replacedAt, withoutAt } from "../edit/list-edits.ts";
import { useDraft, useEditor } from "../editor/editor-context.ts";
import { ClauseRow } from "./clause-row.tsx";
import { type Clauses, clausesOf, conditionOf } from "./clauses.ts";
import { conditionText } from "./condition-text.ts";
import { earlierItems } from "./earlier-items.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { newComparison } from "./new-comparison.ts";

interface ConditionEditorProps {
  readonly condition: Condition | undefined;
  /** What is shown or not: it may depend on what is asked before it. */
  readonly stands: { readonly kind: "question" | "page"; readonly code: string };
  readonly at: string;
  readonly onChange: (condition: Condition | undefined) => void;
}

const mostClauses = 20;

/** When something is shown, as a sentence and as a list of conditions on what was asked before. */
export function ConditionEditor({ condition, stands, at, onChange }: ConditionEditorProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { mayEdit } = useEditor();
  const items = earlierItems(useDraft(whole), stands);
  const clauses: Clauses | null = condition === undefined ? { join: "all", clauses: [] } : clausesOf(condition);
  const change = (next: Clauses) => onChange(conditionOf(next));
  const [first] = items;
  return (
    <fieldset className="field-set condition" data-field={at}>
      <legend>{words.legend}</legend>
      <p className={condition === undefined ? "muted" : "condition-sentence"}>
        {condition !== undefined
          ? words.shownIf(conditionText(condition, { items, language, words }))
          : first === undefined
            ? words.nothingEarlier
            : words.always}
      </p>
      {clauses === null ? <p className="muted small">{words.nested}</p> : null}
      {clauses === null || clauses.clauses.length < 2 ? null : (
        <SelectField
          label={words.join}
          value={clauses.join}
          options={(["all", "any"] as const).map((join) => ({ value: join, text: words.joins[join] }))}
          onChoose={(join) => change({ ...clauses, join })}
        />
      )}
      {clauses === null
        ? null
        : keyed(clauses.clauses).map(({ key, item: clause, index }) => (
            <ClauseRow
              key={key}
              clause={clause}
              number={index + 1}
              items={items}
              onChange={(next) => change({ ...clauses, clauses: replacedAt(clauses.clauses, index, next) })}
              onRemove={() => change({ ...clauses, clauses: withoutAt(clauses.clauses, index) })}
            />
          ))}
      {mayEdit ? (
        <div className="row">
          {clauses === null || first === undefined || clauses.clauses.length >= mostClauses ? null : (
            <Button
              size="compact"
              onClick={() =>
                change({
                  ...clauses,
                  clauses: [...clauses.clauses, { comparison: newComparison(items.at(-1) ?? first), sense: "is" }],
                })
              }
            >
              {clauses.clauses.length === 0 ? words.first : words.add}
            </Button>
          )}
          {condition === undefined ? null : (
            <Button size="compact" tone="quiet" onClick={() => onChange(undefined)}>
              {words.removeAll}
            </Button>
          )}
        </div>
      ) : null}
    </fieldset>
  );
}

function whole<Draft>(draft: Draft): Draft {
  return draft;
}
