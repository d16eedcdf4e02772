/**
 * A server for tests of the console: the built files with the strictest policy the console promises to live with, and answers
 * whose types are those of the contract, so none can drift from what the product's server gives.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Problem, ProblemCode, ProblemDetails } from "@manyi/contract/problem/problem";
import type { AnswerOf, Route } from "@manyi/contract/route/route";

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** JSON, or null. */
  readonly body: unknown;
}

/** Answers a call, or not: then the next answer for the same route is asked. */
export interface StandIn {
  readonly route: Route;
  readonly give: (asked: Asked) => Given;
}

type Given =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "file"; readonly mediaType: string; readonly name: string; readonly content: string }
  | { readonly kind: "problem"; readonly problem: Problem };

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
const mediaTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".html": "text/html; charset=utf-8",
};

/** An answer of the type the route promises. */
export function answer<R extends Route>(route: R, value: (asked: Asked) => AnswerOf<R> | ProblemAnswer): StandIn {
  return {
    route,
    give: (asked) => {
      const given: unknown = value(asked);
      return given instanceof ProblemAnswer ? given.given : { kind: "json", value: given };
    },
  };
}

/** A file under the name the server would give it. */
export function fileAnswer(route: Route, mediaType: string, name: string, content: (asked: Asked) => string): StandIn {
  return { route, give: (asked) => ({ kind: "file", mediaType, name, content: content(asked) }) };
}

/** A problem in place of an answer. */
export class ProblemAnswer {
  readonly given: Given;

  constructor(given: Given) {
    this.given = given;
  }
}

export function problem<Code extends ProblemCode>(
  code: Code,
  status: number,
  details: ProblemDetails[Code],
  title: string,
): ProblemAnswer {
  const shown: Problem<Code> = { type: `/problems/${code}`, code, status, title, details, requestId: "test" };
  return new ProblemAnswer({ kind: "problem", problem: shown });
}

export interface RunningStandIn {
  readonly origin: string;
  /** `GET /api/programmes`, in the order asked. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Serves `folder` and the answers on a free port of this machine. */
export async function startStandIn(folder: string, answers: readonly StandIn[]): Promise<RunningStandIn> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://stand-in");
    if (url.pathname.startsWith("/respondent/")) return servePreview(url.pathname, response);
    if (!url.pathname.startsWith("/api/")) return serveFile(folder, url.pathname, response);
    asked.push(`${request.method} ${url.pathname}`);
    void answerCall(request, url, answers, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: originOf(server), asked, stop: () => stopped(server) };
}

function originOf(server: Server): string {
  const address = server.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}`;
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function serveFile(folder: string, path: string, response: ServerResponse): void {
  const wanted = join(folder, path);
  const file = extname(path) !== "" && existsSync(wanted) ? wanted : join(folder, "index.html");
  response.writeHead(200, { "content-type": mediaTypes[extname(file)], "content-security-policy": policy });
  response.end(readFileSync(file));
}

/** A page in the place of the respondents' own: it says that it is there and writes down what it is told to show. */
function servePreview(path: string, response: ServerResponse): void {
  const isScript = path.endsWith(".js");
  response.writeHead(200, {
    "content-type": isScript ? "text/javascript" : "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; script-src 'self'; frame-ancestors 'self'",
  });
  response.end(isScript ? previewScript : previewDocument);
}

const previewDocument =
  '<!doctype html><html lang="zh"><title>preview</title><main><h1></h1><p></p></main><script src="/respondent/stand-in.js"></script>';
const previewScript = `
addEventListener("message", ({ origin, data }) => {
  if (origin !== location.origin || data.kind !== "manyi-preview-show") return;
  const { questionnaire, language, page, theme } = data;
  document.documentElement.lang = language;
  document.documentElement.style.colorScheme = theme;
  document.querySelector("h1").textContent = questionnaire.title[language];
  const texts = questionnaire.pages.flatMap((each) => each.questions.map(({ text }) => text[language] ?? ""));
  document.querySelector("p").textContent = texts.join(" / ");
  if (page !== null) document.body.dataset.page = page;
});
parent.postMessage({ kind: "manyi-preview-ready" }, location.origin);
`;

async function answerCall(
  request: IncomingMessage,
  url: URL,
  answers: readonly StandIn[],
  response: ServerResponse,
): Promise<void> {
  const text = Buffer.concat(await request.toArray()).toString();
  const isJson = request.headers["content-type"]?.startsWith("application/json") ?? false;
  const body: unknown = isJson ? JSON.parse(text) : null;
  for (const { route, give } of answers) {
    const params = paramsOf(route, request.method ?? "", url.pathname);
    if (params === null) continue;
    return send(response, give({ params, query: url.searchParams, body }));
  }
  response.writeHead(404).end();
}

function paramsOf(route: Route, method: string, path: string): Readonly<Record<string, string>> | null {
  if (route.method !== method) return null;
  const pattern = route.path.replace(/[.]/g, "\\.").replace(/:([A-Za-z]+)/g, "(?<$1>[^/]+)");
  const match = new RegExp(`^${pattern}$`).exec(path);
  return match === null ? null : { ...match.groups };
}

function send(response: ServerResponse, given: Given): void {
  switch (given.kind) {
    case "json":
      if (given.value === null) response.writeHead(204).end();
      else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(given.value));
      return;
    case "problem":
      response.writeHead(given.problem.status, { "content-type": "application/problem+json" });
      response.end(JSON.stringify(given.problem));
      return;
    case "file":
      response.writeHead(200, {
        "content-type": given.mediaType,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(given.name)}`,
      });
      response.end(given.content);
  }
}
