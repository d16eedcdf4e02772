import { askedField } from "../form/asked-on.ts";
import { circumstanceFields } from "../form/field-name.ts";
import { QuestionView } from "../question/question-view.tsx";
import { FaultSummary } from "./fault-summary.tsx";
import type { FillIn, FillInActions } from "./fill-in.ts";
import { Introduction } from "./introduction.tsx";
import { Said } from "./said.tsx";
import { Top } from "./top.tsx";

interface PageViewProps {
  readonly fillIn: FillIn;
  readonly actions: FillInActions | undefined;
}

/** One page of the questionnaire: a form that works by itself, and better with the runtime. */
export function PageView({ fillIn, actions }: PageViewProps) {
  const { sheet, page, position, answers, faults, action, carried, notice } = fillIn;
  const { words, questionnaire, language } = sheet;
  const isFirst = position === 0;
  return (
    <>
      <Top sheet={sheet} />
      <main>
        <form
          method="post"
          action={action}
          noValidate
          onSubmit={
            actions &&
            ((event) => {
              event.preventDefault();
              actions.next();
            })
          }
        >
          <Hidden name={circumstanceFields.stamp} value={carried.stamp} />
          <Hidden name={circumstanceFields.sequence} value={String(carried.sequence)} />
          <Hidden name={circumstanceFields.version} value={String(carried.version)} />
          <Hidden name={circumstanceFields.language} value={language} />
          <Hidden name={circumstanceFields.seen} value={askedField(page)} />
          {/* What Enter presses: the first button of a form, and “back” stands before “next”. */}
          <button class="vh" type="submit" name={circumstanceFields.go} value="next" tabIndex={-1} aria-hidden="true" />
          {isFirst ? (
            <Introduction sheet={sheet} />
          ) : (
            <h1 class="small">{<Said text={questionnaire.title} sheet={sheet} />}</h1>
          )}
          {fillIn.closing && <p class="note">{words.closing}</p>}
          {notice !== "" && (
            <p class="note" role="status">
              {notice}
            </p>
          )}
          <Progress fillIn={fillIn} />
          <FaultSummary sheet={sheet} page={page} faults={faults} live={actions !== undefined} />
          {page.page.title !== undefined && (
            <h2>
              <Said text={page.page.title} sheet={sheet} />
            </h2>
          )}
          {page.questions.map(({ question, showsRow }) => (
            <QuestionView
              key={question.code}
              question={question}
              sheet={sheet}
              answer={Object.hasOwn(answers, question.code) ? answers[question.code] : undefined}
              faults={faults.filter((fault) => fault.question === question.code)}
              showsRow={showsRow}
              onAnswer={actions && ((value) => actions.answer(question.code, value))}
            />
          ))}
          {page.questions.length === 0 && <p class="note">{words.preview.emptyPage}</p>}
          <Steps fillIn={fillIn} actions={actions} />
        </form>
      </main>
    </>
  );
}

function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

/** “3 / 5”, and the same as a line. */
function Progress({ fillIn: { sheet, position, pages } }: { readonly fillIn: FillIn }) {
  return (
    <div class="progress" id="progress" tabIndex={-1}>
      <span aria-hidden="true">{`${position + 1} / ${pages}`}</span>
      <span class="vh">{sheet.words.progress(position + 1, pages)}</span>
      <progress value={position + 1} max={pages} aria-hidden="true" />
    </div>
  );
}

function Steps({ fillIn, actions }: PageViewProps) {
  const { sheet, position, pages, keeping } = fillIn;
  const { words } = sheet;
  return (
    <div class="steps">
      <p class="keeping" role="status">
        {keeping}
      </p>
      <div class="buttons">
        {position > 0 && (
          <button
            class="quiet"
            type="submit"
            name={circumstanceFields.go}
            value="back"
            onClick={
              actions &&
              ((event) => {
                event.preventDefault();
                actions.back();
              })
            }
          >
            {words.back}
          </button>
        )}
        <button class="primary" type="submit" name={circumstanceFields.go} value="next">
          {position + 1 >= pages ? words.send : words.next}
        </button>
      </div>
    </div>
  );
}
