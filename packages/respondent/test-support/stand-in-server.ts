/**
 * A server for tests of the respondent's pages: the addresses and answers of `contract/collection/submissions`, kept in memory, with
 * the strictest policy the pages promise to live with. What it is asked can be cut off, to see that nothing is lost.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { OpenPages } from "../src/open-pages.ts";
import { answerForm } from "./form-posts.ts";
import { html, link, readPartial, type StandIn, savePartial, submit } from "./stand-in.ts";

export async function startStandIn(questionnaire: Questionnaire, { pages, assets }: OpenPages): Promise<StandIn> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const standIn: StandIn = {
    origin,
    address: `${origin}/s/${link}`,
    questionnaire,
    partials: new Map(),
    received: new Map(),
    posted: [],
    asked: [],
    trouble: () => null,
    wave: "open",
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? "/", origin);
    const body = Buffer.concat(await request.toArray()).toString();
    standIn.asked.push(`${request.method} ${url.pathname}`);
    response.setHeader("content-security-policy", policyOf(pages.styleHash));
    if (url.pathname.startsWith("/respondent/assets/"))
      return serveAsset(join(assets, url.pathname.slice(19)), response);
    if (url.pathname === "/respondent/preview") return html(response, pages.preview());
    if (url.pathname.startsWith(`/api/collect/${link}/`)) return answerCall(standIn, request, body, response);
    return answerForm(standIn, pages, { method: request.method ?? "", url, body }, response);
  }
  return standIn;
}

function policyOf(styleHash: string): string {
  return `default-src 'none'; script-src 'self'; style-src ${styleHash}; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'`;
}

function serveAsset(file: string, response: ServerResponse): unknown {
  if (!existsSync(file)) {
    return response.writeHead(404).end();
  }
  response.writeHead(200, { "content-type": "text/javascript", "content-encoding": "gzip" });
  return response.end(readFileSync(`${file}.gz`));
}

function answerCall(standIn: StandIn, request: IncomingMessage, body: string, response: ServerResponse): unknown {
  const path = request.url ?? "";
  const trouble = standIn.trouble(request.method ?? "", path);
  if (trouble === "cut") {
    return request.socket.destroy();
  }
  const answer = (status: number, content: object | null): unknown => {
    if (trouble === "cut-after") return request.socket.destroy();
    const type = status < 400 ? "application/json" : "application/problem+json";
    response.writeHead(status, { "content-type": type, ...(status === 429 ? { "retry-after": "1" } : {}) });
    return response.end(content === null ? "" : JSON.stringify(content));
  };
  if (trouble !== null && trouble !== "cut-after") {
    return answer(trouble.status, { code: trouble.code, status: trouble.status, details: trouble.details ?? {} });
  }
  const id = path.split("/").pop() ?? "";
  if (request.method === "POST") {
    standIn.posted.push(body);
    return answer(...submit(standIn, JSON.parse(body).id, body));
  }
  if (request.method === "PUT") return answer(...savePartial(standIn, id, JSON.parse(body)));
  return answer(...readPartial(standIn, id));
}
