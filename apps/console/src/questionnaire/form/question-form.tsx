import type { Question } from "@manyi/questionnaire/question/question";
import { rulesOf } from "@manyi/questionnaire/question/question-rules";
import { useMessages } from "../../language/use-language.ts";
import { ConditionEditor } from "../condition/condition-editor.tsx";
import { isCode } from "../edit/code-form.ts";
import { findQuestion } from "../edit/find-question.ts";
import { takenNames } from "../edit/new-code.ts";
import { withOptional } from "../edit/optional.ts";
import { replaceQuestion } from "../edit/question-edits.ts";
import { renameInQuestion } from "../edit/rename-item.ts";
import { isBlank } from "../edit/text-edits.ts";
import { useDraft, useEdit, useEditor } from "../editor/editor-context.ts";
import { CodeField } from "../fields/code-field.tsx";
import { TextSet } from "../fields/text-set.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { AnsweringForm } from "./answering-form.tsx";
import { MeasuresOf } from "./measures-of.tsx";
import { ShortNameForm } from "./short-name-form.tsx";
import { TypeChoice } from "./type-choice.tsx";
import { TypeForm } from "./type-form.tsx";

/** Everything about one question. */
export function QuestionForm({ code }: { readonly code: string }) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const { go, store, published } = useEditor();
  const question = useDraft((draft) => findQuestion(draft, code)?.question ?? null);
  if (question === null) return <p className="muted">{words.gone}</p>;
  const change = (next: Question, field?: string) =>
    edit(replaceQuestion(code, next), field === undefined ? undefined : `${code}.${field}`);
  const locked = published !== null && findQuestion(published, code) !== null;
  return (
    <div className="place-form">
      <div className="row apart">
        <h2>{words.types[question.type]}</h2>
        <TypeChoice question={question} />
      </div>
      <TextSet
        label={question.type === "statement" ? words.statementText : words.questionText}
        lines="several"
        text={question.text}
        at="text"
        onText={(text, field) => change({ ...question, text }, field)}
      />
      <TextSet
        label={words.help}
        hint={words.helpHint}
        text={question.help ?? {}}
        at="help"
        need="optional"
        onText={(help, field) => change(withOptional(question, "help", isBlank(help) ? undefined : help), field)}
      />
      <TypeForm question={question} onChange={change} />
      {question.type === "statement" ? null : <AnsweringForm question={question} onChange={change} />}
      <ConditionEditor
        condition={question.showIf}
        stands={{ kind: "question", code }}
        at="showIf"
        onChange={(showIf) => change(withOptional(question, "showIf", showIf))}
      />
      {question.type === "statement" ? null : <ShortNameForm question={question} onChange={change} />}
      <MeasuresOf items={rulesOf(question).items(question, store.draft().scales)} />
      <CodeField
        key={code}
        label={words.code}
        code={code}
        locked={locked}
        isAllowed={isCode}
        taken={takenBut(takenNames(store.draft()), code)}
        field="code"
        onRename={(next) => {
          edit(renameInQuestion(question, { ...question, code: next }));
          go({ kind: "question", code: next }, null);
        }}
      />
    </div>
  );
}

function takenBut(taken: ReadonlySet<string>, code: string): ReadonlySet<string> {
  return new Set([...taken].filter((name) => name !== code));
}
