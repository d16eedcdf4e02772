/** The way without a script: documents and posted forms, as the product's server answers them. */
import type { ServerResponse } from "node:http";
import { type Answers, evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import { answersOfForm } from "../src/form/answers-of-form.ts";
import { firstUnseen } from "../src/form/asked-on.ts";
import type { QuestionPage, RespondentPages } from "../src/pages.ts";
import { unseenFieldId } from "../src/question/parts/ids.ts";
import { html, link, newId, receiptOf, type StandIn, savePartial, shownOnly, submit } from "./stand-in.ts";

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

export function answerForm(standIn: StandIn, pages: RespondentPages, asked: Asked, response: ServerResponse): unknown {
  const [, s, token, id, page] = asked.url.pathname.split("/");
  const language = asked.url.searchParams.get("lang") ?? "zh";
  if (s !== "s" || token !== link) return html(response, pages.notice({ kind: "not-found", language }));
  const { wave } = standIn;
  if (id === undefined && wave !== "open" && !asked.url.searchParams.has("continue"))
    return html(response, pages.notice({ kind: "closed", language, returning: { link, wave } }));
  if (id === undefined) return html(response, pages.question(viewOf(standIn, newId(), language)));
  if (page === "done") {
    const { questionnaire } = standIn;
    const { answers = {} } = JSON.parse(standIn.received.get(id) ?? "{}");
    const { cells } = evaluate(questionnaire, answers);
    return html(response, pages.end({ questionnaire, language, cells, receipt: receiptOf(id), late: false }));
  }
  if (asked.method === "POST") return postPage(standIn, pages, { id, page: page ?? "", body: asked.body }, response);
  const saved = standIn.partials.get(id);
  if (saved === undefined) return html(response, pages.notice({ kind: "not-found", language }));
  const shown = asked.url.searchParams.has("lang") ? language : saved.language;
  return html(response, pages.question({ ...viewOf(standIn, id, shown), ...saved, language: shown, page: page ?? "" }));
}

function viewOf({ questionnaire, wave }: StandIn, id: string, language: string): QuestionPage {
  return {
    questionnaire,
    version: 1,
    link,
    language,
    id,
    stamp: "2026-11-22.signed",
    page: questionnaire.pages[0]?.code ?? "",
    answers: {},
    faults: [],
    sequence: 0,
    wave,
  };
}

function postPage(
  standIn: StandIn,
  pages: RespondentPages,
  posted: { readonly id: string; readonly page: string; readonly body: string },
  response: ServerResponse,
): unknown {
  const { id, page } = posted;
  const fields = new URLSearchParams(posted.body);
  const language = fields.get("language") ?? "zh";
  const asked = standIn.questionnaire.pages.find(({ code }) => code === page)?.questions ?? [];
  const codes = new Set(asked.map(({ code }) => code));
  const others = Object.entries(standIn.partials.get(id)?.answers ?? {}).filter(([code]) => !codes.has(code));
  const answers: Answers = shownOnly(standIn, { ...Object.fromEntries(others), ...answersOfForm(asked, fields) });
  const sequence = Number(fields.get("sequence")) + 1;
  savePartial(standIn, id, { sequence, answers, page, version: 1, language });
  const shown = evaluate(standIn.questionnaire, answers).pages.filter(({ questions }) => questions.length > 0);
  const position = shown.findIndex((one) => one.page.code === page);
  const goTo = (address: string) => response.writeHead(303, { location: address }).end();
  if (fields.get("go") === "back") return goTo(`/s/${link}/${id}/${shown[position - 1]?.page.code}`);
  const faults = shown[position]?.faults ?? [];
  const view = { ...viewOf(standIn, id, language), answers, sequence, page, faults };
  if (faults.length > 0) return html(response, pages.question(view));
  const unseen = firstUnseen(shown[position] ?? { questions: [] }, fields.get("seen"));
  if (unseen !== null) return goTo(`/s/${link}/${id}/${page}?lang=${language}#${unseenFieldId(unseen)}`);
  const next = shown[position + 1];
  if (next !== undefined) return goTo(`/s/${link}/${id}/${next.page.code}`);
  submit(standIn, id, JSON.stringify({ id, answers }));
  return goTo(`/s/${link}/${id}/done?lang=${language}`);
}
