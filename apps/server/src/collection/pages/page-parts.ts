import { bestLanguage } from "@manyi/questionnaire/content/best-language";
import type { RespondentPages } from "@manyi/respondent/pages";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Ground } from "../../ground.ts";
import type { Collection } from "../open-collection.ts";

/** What respondents' pages are made with. */
export interface PageParts {
  readonly ground: Ground;
  readonly collection: Collection;
  readonly pages: RespondentPages;
  /** @param saved in which language they went on the last time */
  readonly languageOf: (request: FastifyRequest, languages: readonly string[], saved?: string) => string;
}

/** `?lang=` first, then what was used before, then what the browser asks for. */
export function respondentLanguage(request: FastifyRequest, languages: readonly string[], saved?: string): string {
  const asked = wishedLanguage(request.query);
  return bestLanguage(languages, {
    wished: asked ?? saved,
    acceptLanguage: request.headers["accept-language"],
  });
}

function wishedLanguage(query: unknown): string | undefined {
  const wished = typeof query === "object" && query !== null && "lang" in query ? query.lang : undefined;
  return typeof wished === "string" && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(wished) ? wished : undefined;
}

/** Respondents' pages are nobody else's: no cache keeps them, no search finds them. */
export function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .status(status)
    .header("cache-control", "no-store")
    .header("x-robots-tag", "noindex, nofollow")
    .header("vary", "accept-language")
    .type("text/html; charset=utf-8")
    .send(html);
}

/** @param path of ours, made of a token, an id and a code */
export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.header("cache-control", "no-store").redirect(path, 303);
}

export function pagePath(token: string, id: string, page: string): string {
  return `/s/${encodeURIComponent(token)}/${id}/${page}`;
}
