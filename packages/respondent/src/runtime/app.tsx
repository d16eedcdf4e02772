import { evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import type { Cells } from "@manyi/questionnaire/item/cells";
import type { Embedded } from "../embedded/embedded.ts";
import { fillInOf } from "../embedded/fill-in-of.ts";
import type { Messages } from "../messages/messages.ts";
import { EndView } from "../view/end-view.tsx";
import type { FillIn } from "../view/fill-in.ts";
import { MessageView } from "../view/message-view.tsx";
import { PageView } from "../view/page-view.tsx";
import type { Sheet } from "../view/sheet.ts";
import { Top } from "../view/top.tsx";
import type { Session } from "./session.ts";
import type { Notice, Screen, State } from "./state.ts";
import { shownFaults } from "./steps.ts";

interface AppProps {
  readonly embedded: Embedded;
  readonly sheet: Sheet;
  readonly state: State;
  readonly session: Session;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The screen that a state is. */
export function App(props: AppProps) {
  const { sheet, state, session } = props;
  const { screen } = state;
  switch (screen.kind) {
    case "page":
      return (
        <PageView
          fillIn={fillInOfState(props)}
          actions={{
            answer: (question, value) => session.answer(question, value),
            next: () => session.next(),
            back: () => session.back(),
          }}
        />
      );
    case "received":
      return <EndView sheet={sheet} cells={keptCells(props)} receipt={screen.receipt} late={screen.late} />;
    case "offer":
      return <Offer sheet={sheet} session={session} />;
    case "sending":
      return <Sending {...props} screen={screen} />;
    case "refused":
      return <Refused {...props} screen={screen} />;
  }
}

function keptCells({ embedded, state }: AppProps): Cells {
  return evaluate(embedded.questionnaire, state.work.answers).cells;
}

function fillInOfState({ embedded, sheet, state }: AppProps): FillIn {
  const { id, stamp, page, answers, sequence } = state.work;
  const { questionnaire } = embedded;
  const faults = shownFaults(questionnaire, state);
  const fillIn = fillInOf({ ...embedded, id, stamp, page, answers, sequence, faults }, sheet);
  const { words } = sheet;
  const keeping = state.keeping === "unchanged" ? "" : words.keeping[state.keeping];
  return { ...fillIn, keeping, notice: noticeText(state.notice, words) };
}

function noticeText(notice: Notice, words: Messages): string {
  if (notice.kind === "answered-before") return words.answeredBefore(notice.receipt);
  return notice.kind === "newer-here" ? words.newerHere : "";
}

function Offer({ sheet, session }: Pick<AppProps, "sheet" | "session">) {
  const { title, text, goOn, again } = sheet.words.resume;
  return (
    <>
      <Top sheet={sheet} />
      <MessageView title={title} text={text}>
        <p class="buttons">
          <button type="button" class="primary" onClick={() => session.goOn()}>
            {goOn}
          </button>
          <button type="button" class="quiet" onClick={() => session.again()}>
            {again}
          </button>
        </p>
      </MessageView>
    </>
  );
}

function Sending({
  embedded,
  sheet,
  session,
  screen,
  now,
}: AppProps & { readonly screen: Extract<Screen, { kind: "sending" }> }) {
  const { sending } = sheet.words;
  if (screen.nextTryAt === null) {
    return (
      <>
        <Top sheet={sheet} />
        <MessageView title={sending.title} text={sending.text} />
      </>
    );
  }
  const seconds = Math.max(1, Math.ceil((screen.nextTryAt - now) / 1_000));
  return (
    <>
      <Top sheet={sheet} />
      <MessageView title={sending.waitingTitle} text={screen.kept ? sending.waitingKept : sending.waitingHere}>
        <p class="help">{sending.nextTry(seconds)}</p>
        <p class="buttons">
          <button type="button" class="primary" onClick={() => session.tryNow()}>
            {sending.now}
          </button>
          {screen.kept && embedded.wave === "open" && (
            <button type="button" class="quiet" onClick={() => session.another()}>
              {sending.another}
            </button>
          )}
        </p>
      </MessageView>
    </>
  );
}

function Refused({ embedded, sheet, screen }: AppProps & { readonly screen: Extract<Screen, { kind: "refused" }> }) {
  const { refused } = sheet.words;
  const { why } = screen;
  return (
    <>
      <Top sheet={sheet} />
      <MessageView title={refused[why]} text={refused[`${why}Text`]}>
        {screen.kept && why !== "unreadable" && <p class="note">{refused.unsent}</p>}
        {why === "unreadable" && (
          <p class="buttons">
            <a class="primary" href={`/s/${embedded.link}?lang=${encodeURIComponent(embedded.language)}`}>
              {refused.reopen}
            </a>
          </p>
        )}
      </MessageView>
    </>
  );
}
