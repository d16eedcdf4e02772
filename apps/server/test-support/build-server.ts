/**
 * A web server over a fresh database, asked without a network:
 *
 *     const server = await testServer({ routes: (ground) => programmeRoutes(ground) });
 *     const answer = await server.ask(server.people.manager, "GET /api/programmes");
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { onTestFinished } from "vitest";
import type { Config } from "../src/config/config.ts";
import type { Database } from "../src/database/connect.ts";
import { openFileStore } from "../src/files/open-file-store.ts";
import type { Ground } from "../src/ground.ts";
import { buildWeb, type WebOptions } from "../src/http/build-web.ts";
import type { HandledRoute } from "../src/http/call.ts";
import { type CapturingLog, capturingLog } from "./capturing-log.ts";
import { testDatabase } from "./database.ts";
import { type HeldClock, heldClock } from "./held-clock.ts";
import { sessionCookie } from "./session-cookie.ts";
import { buildConfig, TEST_ORIGIN } from "./test-config.ts";
import { addTwoOrganisations, type Person, type TwoOrganisations } from "./two-organisations.ts";

export interface TestServerOptions {
  readonly routes?: (ground: Ground) => readonly HandledRoute[];
  readonly config?: Partial<Config>;
  readonly web?: WebOptions | ((ground: Ground) => WebOptions);
}

export interface TestServer extends TwoOrganisations {
  readonly app: FastifyInstance;
  readonly ground: Ground;
  readonly db: Database;
  readonly clock: HeldClock;
  readonly log: CapturingLog;
  /** A Cookie header of a new session of theirs. */
  signIn(person: Person): Promise<string>;
  /** Asks as somebody (a session is kept for each), as a key (`mk_…`), or as nobody (null).
   *  @param place method and path, `POST /api/units` */
  ask(as: Person | string | null, place: string, body?: unknown, headers?: Headers): Promise<LightMyRequestResponse>;
}

type Headers = Readonly<Record<string, string>>;

const SECRET = "test-secret-that-is-long-and-mixed-7fQ2xW9zLk4";
/** Tests ask more often than people. */
const generous = { requests: 1_000_000, attempts: 1_000_000 };

/** Called in a test it ends with the test, elsewhere the caller ends `app`. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { db, url } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "manyi-test-"));
  const clock = heldClock();
  const log = capturingLog();
  const config = buildConfig({ dataFolder: folder, ...options.config });
  const files = openFileStore(config, log.log, clock);
  const ground: Ground = { config, database: db, databaseUrl: url, files, log: log.log, clock, secret: SECRET };
  const organisations = await addTwoOrganisations(db);
  const web = typeof options.web === "function" ? options.web(ground) : options.web;
  const app = buildWeb(ground, options.routes?.(ground) ?? [], { limits: generous, answers: "checked", ...web });
  endWithTest(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  await app.ready();
  const signIn = (person: Person) => sessionCookie(ground, person.userId);
  return { ...organisations, app, ground, db, clock, log, signIn, ask: askOf(app, signIn) };
}

function askOf(app: FastifyInstance, signIn: TestServer["signIn"]): TestServer["ask"] {
  const sessions = new Map<string, Promise<string>>();
  const proof = async (as: Person | string | null): Promise<Headers> => {
    if (as === null) return {};
    if (typeof as === "string") return { authorization: `Bearer ${as}` };
    const session = sessions.get(as.userId) ?? signIn(as);
    sessions.set(as.userId, session);
    return { cookie: await session };
  };
  return async (as, place, body, headers) => {
    const [method, url = "/"] = place.split(" ");
    const json = body === undefined ? {} : { "content-type": "application/json" };
    return await app.inject({
      // Tests write methods that exist.
      method: method as "GET",
      url,
      headers: { origin: TEST_ORIGIN, ...json, ...(await proof(as)), ...headers },
      ...(body !== undefined && { payload: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  };
}

function endWithTest(end: () => Promise<void>): void {
  try {
    onTestFinished(end);
  } catch {
    // Not inside a test: a whole file shares it.
  }
}
