/**
 * Respondents' addresses: `/s/…` with the pages, `/respondent/…` with the files they name and the console's preview. A form carries no
 * cookie and nothing else that a browser adds by itself, so nobody gains by having another page send it; and pages that say
 * `no-referrer`, as ours do, send `null` for where they come from. So no origin is asked for here.
 */

import staticFiles from "@fastify/static";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { OpenPages } from "@manyi/respondent/open-pages";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Ground } from "../../ground.ts";
import type { WebExtension } from "../../http/build-web.ts";
import { firstFault } from "../../http/plain-text.ts";
import { LARGEST_DIRECT_BYTES } from "../../http/register-direct.ts";
import { respondentPageHeaders } from "../../http/security-headers.ts";
import { limitBodyTime } from "../../http/slow-body.ts";
import type { WebParts } from "../../http/web-parts.ts";
import type { Collection } from "../open-collection.ts";
import { isSubmissionId } from "../submission-id.ts";
import { parseForm } from "./form-body.ts";
import { sendNotice } from "./notice.ts";
import { type PageParts, respondentLanguage, sendPage } from "./page-parts.ts";
import { showFirst, showLater } from "./show-page.ts";
import { takeForm } from "./take-form.ts";

const YEAR_SECONDS = 31_536_000;

/** @param collection ends with the app */
export function respondentWeb(ground: Ground, collection: Collection, { pages, assets }: OpenPages): WebExtension {
  const parts: PageParts = { ground, collection, pages, languageOf: respondentLanguage };
  return (app, web) => {
    app.addHook("onClose", () => collection.close());
    app.register(async (inner) => servePages(inner, parts, web), { prefix: "/s" });
    app.register(async (inner) => serveFiles(inner, parts, assets), { prefix: "/respondent" });
  };
}

function servePages(app: FastifyInstance, parts: PageParts, web: WebParts): void {
  const headers = respondentPageHeaders(parts.ground.config.origin, {
    styleHash: parts.pages.styleHash,
    framedBy: "nobody",
  });
  const bodyTime = limitBodyTime(web.limits.collectionBodyMs);
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "buffer" },
    async (_: unknown, body: Buffer) => parseForm(body),
  );
  app.addHook("onRequest", async (_request, reply) => {
    await reply.helmet(headers);
  });
  app.addHook("onRequest", web.collectionLimit(app));
  app.setErrorHandler((error, request, reply) => sendNotice(error, request, reply, parts));
  app.setNotFoundHandler((request, reply) => sendNotice(new ProblemError("not-found", {}), request, reply, parts));
  app.get<{ Params: { token: string } }>("/:token", (request, reply) =>
    showFirst(request.params.token, request, reply, parts),
  );
  app.get<{ Params: PageParams }>("/:token/:id/:page", (request, reply) =>
    showLater(checkedParams(request), request, reply, parts),
  );
  app.post<{ Params: PageParams }>(
    "/:token/:id/:page",
    { bodyLimit: LARGEST_DIRECT_BYTES, onRequest: bodyTime.onRequest, preValidation: bodyTime.preValidation },
    (request, reply) => takeForm({ ...checkedParams(request), fields: fieldsOf(request) }, request, reply, parts),
  );
}

interface PageParams {
  readonly token: string;
  readonly id: string;
  readonly page: string;
}

/** @throws ProblemError not-found */
function checkedParams({ params }: FastifyRequest<{ Params: PageParams }>): PageParams {
  if (!isSubmissionId(params.id) || firstFault(params) !== null) throw new ProblemError("not-found", {});
  return params;
}

/** @throws ProblemError media-type-refused */
function fieldsOf({ body }: FastifyRequest): URLSearchParams {
  if (body instanceof URLSearchParams) return body;
  throw new ProblemError("media-type-refused", { expected: "application/x-www-form-urlencoded" });
}

function serveFiles(app: FastifyInstance, { ground, pages }: PageParts, assets: string): void {
  const headers = respondentPageHeaders(ground.config.origin, { styleHash: pages.styleHash, framedBy: "console" });
  app.get("/preview", async (_request, reply): Promise<FastifyReply> => {
    await reply.helmet(headers);
    return sendPage(reply, 200, pages.preview());
  });
  app.register(staticFiles, {
    root: assets,
    prefix: "/assets/",
    index: false,
    wildcard: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    // Each name bears a hash of the content.
    setHeaders: (reply) => {
      reply.header("cache-control", `public, max-age=${YEAR_SECONDS}, immutable`);
    },
  });
}
