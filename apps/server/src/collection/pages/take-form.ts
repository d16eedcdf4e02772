/**
 * A page's form, as browsers without the runtime send it: its answers take the place of those the page had, everything else that was
 * saved stays. Post, redirect, get: no reload sends anything twice.
 */
import { ProblemError } from "@manyi/contract/problem/problem";
import { type AnswerFault, isIncomplete } from "@manyi/questionnaire/evaluation/answer-fault";
import { type Answers, type Evaluation, evaluate, withoutHidden } from "@manyi/questionnaire/evaluation/evaluate";
import { answersOfForm } from "@manyi/respondent/form/answers-of-form";
import { type AskedHere, firstUnseen } from "@manyi/respondent/form/asked-on";
import { circumstanceFields } from "@manyi/respondent/form/field-name";
import { unseenFieldId } from "@manyi/respondent/question/parts/ids";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Progress } from "../intake.ts";
import { type PageParts, pagePath, seeOther } from "./page-parts.ts";
import { saysTheSame } from "./same-page.ts";
import { endPage, firstShown, type ShownPage, sendQuestions } from "./show-page.ts";

export interface SentForm {
  readonly token: string;
  readonly id: string;
  readonly page: string;
  readonly fields: URLSearchParams;
}

/** Somebody else saves under the same id in between: the answers are put together anew. */
const MOST_TRIES = 3;

export async function takeForm(
  form: SentForm,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PageParts,
): Promise<FastifyReply> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await takeOnce(form, request, reply, parts);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === "received-already") return seeOther(reply, pagePath(form.token, form.id, endPage));
      if (error.code !== "partial-stale" || tries === MOST_TRIES) throw error;
    }
  }
}

async function takeOnce(
  form: SentForm,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PageParts,
): Promise<FastifyReply> {
  const { token, id, fields } = form;
  const { intake, stamps } = parts.collection;
  const target = await intake.link(token);
  const at = await intake.progress(target, id);
  const asked = await intake.asked(target, versionOf(at, fields));
  const page = asked.questionnaire.pages.find(({ code }) => code === form.page);
  if (page === undefined) throw new ProblemError("not-found", {});
  const sent = answersOfForm(page.questions, fields);
  if (at.kind === "finished") {
    const { answers, receivedAt } = at.finished;
    if (saysTheSame(asked.questionnaire, page, sent, answers)) return seeOther(reply, pagePath(token, id, endPage));
    throw new ProblemError("submission-differs", { receivedAt: receivedAt.toISOString() });
  }
  const saved = at.kind === "started" ? at.started : null;
  const others = Object.entries(saved?.answers ?? {}).filter(
    ([code]) => !page.questions.some((it) => it.code === code),
  );
  const typed: Answers = { ...Object.fromEntries(others), ...sent };
  const given = fields.get(circumstanceFields.language) ?? saved?.language;
  const shown: ShownPage = {
    token,
    target,
    asked,
    language: parts.languageOf(request, asked.questionnaire.languages, given),
    id,
    stamp:
      saved === null
        ? (fields.get(circumstanceFields.stamp) ?? "").slice(0, LONGEST_STAMP)
        : stamps.make(target.linkId, saved.startedAt),
    page: page.code,
    answers: typed,
    faults: [],
    sequence: saved?.sequence ?? 0,
  };
  const pressed: Pressed = {
    way: fields.get(circumstanceFields.go) === "back" ? "back" : "next",
    seen: fields.get(circumstanceFields.seen),
  };
  return goOn(shown, pressed, reply, parts);
}

interface Pressed {
  readonly way: "back" | "next";
  /** What the page asked when it was written. */
  readonly seen: string | null;
}

const LONGEST_STAMP = 100;

/** What was begun stays with the version it was begun in. */
function versionOf(at: Progress, fields: URLSearchParams): number {
  if (at.kind === "started") return at.started.version;
  if (at.kind === "finished") return at.finished.version;
  const given = fields.get(circumstanceFields.version) ?? "";
  return /^\d{1,6}$/.test(given) ? Number(given) : 0;
}

async function goOn(
  shown: ShownPage,
  { way, seen }: Pressed,
  reply: FastifyReply,
  parts: PageParts,
): Promise<FastifyReply> {
  const { asked, token, id } = shown;
  const answers = withoutHidden(asked.questionnaire, shown.answers);
  const evaluation = evaluate(asked.questionnaire, answers);
  const faults = faultsToShow(evaluation, shown.page, way);
  if (faults.length > 0) return sendQuestions(reply, 422, { ...shown, faults }, parts);
  const unseen = way === "back" ? null : unseenOn(evaluation, shown.page, seen);
  if (unseen !== null) {
    await saveFor(shown, answers, shown.page, parts);
    return seeOther(reply, `${pagePath(token, id, shown.page)}#${unseenFieldId(unseen)}`);
  }
  const turned = way === "back" ? shownBefore(evaluation, shown.page) : shownAfter(evaluation, shown.page);
  if (turned !== null) {
    await saveFor(shown, answers, turned, parts);
    return seeOther(reply, pagePath(token, id, turned));
  }
  const elsewhere = evaluation.pages.find((page) => page.faults.length > 0);
  if (elsewhere !== undefined) {
    // Somebody came to the last page by its address.
    const page = elsewhere.page.code;
    return sendQuestions(reply, 422, { ...shown, answers, page, faults: elsewhere.faults }, parts);
  }
  const { language, stamp } = shown;
  const submission = { id, answers, version: asked.number, language, stamp };
  await parts.collection.intake.submit(token, submission, parts.ground.clock.now());
  return seeOther(reply, pagePath(token, id, endPage));
}

/** Who goes back need not have finished; what can never be right is told either way. */
function faultsToShow({ pages }: Evaluation, page: string, way: "back" | "next"): readonly AnswerFault[] {
  const faults = pages.find((one) => one.page.code === page)?.faults ?? [];
  return way === "next" ? faults : faults.filter((fault) => !isIncomplete(fault));
}

/** What the answers bring up on their own page is shown before anything else, also where it may be skipped. */
function unseenOn({ pages }: Evaluation, page: string, seen: string | null): AskedHere | null {
  const here = pages.find((one) => one.page.code === page);
  return here === undefined ? null : firstUnseen(here, seen);
}

async function saveFor(
  { token, asked, id, stamp, language, sequence }: ShownPage,
  answers: Answers,
  page: string,
  { collection, ground }: PageParts,
): Promise<void> {
  const partial = { sequence: sequence + 1, answers, page, version: asked.number, language, stamp };
  await collection.intake.save(token, id, partial, ground.clock.now());
}

function shownAfter({ pages }: Evaluation, page: string): string | null {
  const at = pages.findIndex((one) => one.page.code === page);
  return pages.slice(at + 1).find(({ questions }) => questions.length > 0)?.page.code ?? null;
}

/** On the first page one stays there. */
function shownBefore(evaluation: Evaluation, page: string): string {
  const at = evaluation.pages.findIndex((one) => one.page.code === page);
  const before = evaluation.pages.slice(0, Math.max(0, at)).findLast(({ questions }) => questions.length > 0);
  return before?.page.code ?? firstShown(evaluation);
}
