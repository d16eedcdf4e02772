import { randomUUID } from "node:crypto";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import { type Answers, type Evaluation, evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import { continueField, type Returning } from "@manyi/respondent/embedded/returning";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Progress } from "../intake.ts";
import { stateOf } from "../intake.ts";
import type { FoundLink } from "../link-queries.ts";
import type { AskedQuestionnaire } from "../lookups.ts";
import { type PageParts, pagePath, seeOther, sendPage } from "./page-parts.ts";

/** A page of the form, with whatever is known of its answers. */
export interface ShownPage {
  readonly token: string;
  readonly target: FoundLink;
  readonly asked: AskedQuestionnaire;
  readonly language: string;
  readonly id: string;
  readonly stamp: string;
  readonly page: string;
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
  readonly sequence: number;
}

export function sendQuestions(
  reply: FastifyReply,
  status: 200 | 422,
  shown: ShownPage,
  parts: PageParts,
): FastifyReply {
  const { token, target, asked, ...view } = shown;
  const wave = stateOf(target, parts.ground.clock.now());
  const { questionnaire, number } = asked;
  return sendPage(reply, status, parts.pages.question({ ...view, questionnaire, version: number, link: token, wave }));
}

/** The first page, with an id for what becomes of it. Once the wave has been closed nobody begins: the notice says so, and leads whoever
 *  has begun on the device to the form, which goes on from what the browser keeps and sends what it could not send before. */
export async function showFirst(
  token: string,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PageParts,
): Promise<FastifyReply> {
  const { intake, stamps } = parts.collection;
  const now = parts.ground.clock.now();
  const target = await intake.link(token);
  const wave = stateOf(target, now);
  if (wave !== "open" && !goesOn(request.query)) return sendEnded({ link: token, wave }, request, reply, parts);
  const asked = await intake.asked(target, target.version);
  const shown: ShownPage = {
    token,
    target,
    asked,
    language: parts.languageOf(request, asked.questionnaire.languages),
    id: randomUUID(),
    stamp: stamps.make(target.linkId, now),
    page: firstShown(evaluate(asked.questionnaire, {})),
    answers: {},
    faults: [],
    sequence: 0,
  };
  return sendQuestions(reply, 200, shown, parts);
}

/** 200: the link is right and this is its page. Browsers inside other programs show a page of their own in place of a failure. */
function sendEnded(
  returning: Returning,
  request: FastifyRequest,
  reply: FastifyReply,
  { pages, languageOf }: PageParts,
): FastifyReply {
  const language = languageOf(request, pages.languages);
  return sendPage(reply, 200, pages.notice({ kind: "closed", language, returning }));
}

/** Asked for by the notice's script. */
function goesOn(query: unknown): boolean {
  return typeof query === "object" && query !== null && Object.hasOwn(query, continueField);
}

/** A later page, for browsers without the runtime; or the end, once the answers are complete. */
export async function showLater(
  { token, id, page }: { readonly token: string; readonly id: string; readonly page: string },
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PageParts,
): Promise<FastifyReply> {
  const { intake, stamps } = parts.collection;
  const target = await intake.link(token);
  const at = await intake.progress(target, id);
  if (at.kind === "nothing") return seeOther(reply, `/s/${encodeURIComponent(token)}`);
  if (at.kind === "finished") {
    if (page !== endPage) return seeOther(reply, pagePath(token, id, endPage));
    return sendEnd(at, target, request, reply, parts);
  }
  refuseClosed(target, parts.ground.clock.now());
  const { started } = at;
  const asked = await intake.asked(target, started.version);
  const evaluation = evaluate(asked.questionnaire, started.answers);
  const isShown = (wanted: string) =>
    evaluation.pages.some(({ page: { code }, questions }) => code === wanted && questions.length > 0);
  if (!isShown(page)) {
    // What was saved last may have hidden the page that it was saved on.
    const there = isShown(started.page) ? started.page : firstShown(evaluation);
    if (page !== there) return seeOther(reply, pagePath(token, id, there));
    throw new ProblemError("not-found", {});
  }
  const shown: ShownPage = {
    token,
    target,
    asked,
    language: parts.languageOf(request, asked.questionnaire.languages, started.language),
    id,
    stamp: stamps.make(target.linkId, started.startedAt),
    page,
    answers: started.answers,
    faults: [],
    sequence: started.sequence,
  };
  return sendQuestions(reply, 200, shown, parts);
}

/** Where the end screen stands. */
export const endPage = "done";

async function sendEnd(
  { finished, receipt }: Extract<Progress, { kind: "finished" }>,
  target: FoundLink,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PageParts,
): Promise<FastifyReply> {
  const { questionnaire } = await parts.collection.intake.asked(target, finished.version);
  const language = parts.languageOf(request, questionnaire.languages, finished.answers._language);
  return sendPage(
    reply,
    200,
    parts.pages.end({ questionnaire, language, cells: finished.answers, receipt: receipt.receipt, late: receipt.late }),
  );
}

/** @throws ProblemError wave-closed */
function refuseClosed(target: FoundLink, now: Date): void {
  if (stateOf(target, now) !== "closed") return;
  throw new ProblemError("wave-closed", { closedAt: (target.closedAt ?? now).toISOString() });
}

export function firstShown({ pages }: Evaluation): string {
  const first = pages.find(({ questions }) => questions.length > 0) ?? pages[0];
  if (first === undefined) throw new Error("a published questionnaire has no page");
  return first.page.code;
}
