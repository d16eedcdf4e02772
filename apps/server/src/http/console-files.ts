import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

type AnswerNotFound = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

const YEAR_SECONDS = 31_536_000;
/** Never pages of the console: who asks for what is not there shall be told so. */
const NOT_PAGES = /^\/(?:api|health|metrics|assets|s|respondent)(?:\/|\?|$)/;

/** Serves the built console: its files, and its one page for every address that is not a file, since the console decides what
 *  an address shows. */
export function serveConsole(app: FastifyInstance, folder: string | undefined, notFound: AnswerNotFound): void {
  // Every browser asks for it on pages that name no icon, as respondents' do not.
  app.get("/favicon.ico", (_request, reply) =>
    reply.header("cache-control", `public, max-age=${YEAR_SECONDS}, immutable`).status(204).send(),
  );
  const pageFile = folder === undefined ? undefined : join(folder, "index.html");
  if (folder === undefined || pageFile === undefined || !existsSync(pageFile)) {
    app.setNotFoundHandler(notFound);
    return;
  }
  const page = readFileSync(pageFile);
  app.register(staticFiles, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    // Built files bear a hash of their content in their name.
    setHeaders: (reply, path) => {
      const named = /[/\\]assets[/\\]/.test(path);
      reply.header("cache-control", named ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads || NOT_PAGES.test(request.url)) return notFound(request, reply);
    return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page);
  });
}
