/** A browser without JavaScript at respondents' pages. */
import type { LightMyRequestResponse } from "fastify";
import { respondentWeb } from "../src/collection/pages/respondent-web.ts";
import type { WebOptions } from "../src/http/build-web.ts";
import { type CollectionServer, collectionServer } from "./collection-server.ts";
import { questionsIn, readablePages } from "./readable-pages.ts";

export interface Browser extends CollectionServer {
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** A form, with what a page that says `no-referrer` has its browser send. */
  post(path: string, fields: Fields | string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  readonly start: string;
}
type Fields = Readonly<Record<string, string | readonly string[]>>;

export async function browser(limits: WebOptions["limits"] = {}): Promise<Browser> {
  const pages = await readablePages();
  let extension: WebOptions["also"] = [];
  const server = await collectionServer({
    web: (collection, ground) => {
      extension = [respondentWeb(ground, collection, pages)];
      return { also: extension, limits: { collection: 1_000_000, ...limits } };
    },
  });
  return {
    ...server,
    start: `/s/${server.wave.token}`,
    get: (url, headers = {}) => server.app.inject({ method: "GET", url, headers }),
    post: (url, fields, headers = {}) =>
      server.app.inject({
        method: "POST",
        url,
        headers: { "content-type": "application/x-www-form-urlencoded", origin: "null", ...headers },
        payload: typeof fields === "string" ? fields : encoded(fields),
      }),
  };
}

function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((it): [string, string] => [name, it]),
  );
  return new URLSearchParams(pairs).toString();
}

export const locationOf = (answer: LightMyRequestResponse) => [answer.statusCode, answer.headers.location];

/** The first page, opened. */
export async function opened(server: Browser, search = "") {
  const first = questionsIn(await server.get(`${server.start}${search}`));
  const hidden = { stamp: first.stamp, sequence: "0", version: "1", language: first.language };
  return { ...first, hidden, path: (page: string) => `${server.start}/${first.id}/${page}` };
}
