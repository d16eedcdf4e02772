/** A web server with a wave that collects, asked as respondents ask it. */
import { randomUUID } from "node:crypto";
import type { Submission } from "@manyi/contract/collection/submissions";
import type { LightMyRequestResponse } from "fastify";
import { onTestFinished } from "vitest";
import { type Collection, openCollection } from "../src/collection/open-collection.ts";
import { collectionRoutes } from "../src/collection/routes.ts";
import type { Ground } from "../src/ground.ts";
import type { WebOptions } from "../src/http/build-web.ts";
import { addSurvey, type Survey } from "./add-survey.ts";
import { askedQuestionnaire, completeAnswers } from "./asked-questionnaire.ts";
import { type TestServer, type TestServerOptions, testServer } from "./build-server.ts";

export interface CollectionServer extends TestServer {
  readonly collection: Collection;
  readonly wave: Survey;
  /** Complete answers under a new id, with what is given instead. */
  submission(given?: Partial<Submission>): Submission;
  submit(submission: unknown, token?: string): Promise<LightMyRequestResponse>;
  responses(): Promise<readonly { readonly id: string; readonly answers: Readonly<Record<string, string>> }[]>;
}

export async function collectionServer(
  options: Omit<TestServerOptions, "routes" | "web"> & {
    /** Routes besides those of respondents. */
    readonly more?: NonNullable<TestServerOptions["routes"]>;
    readonly web?: (collection: Collection, ground: Ground) => WebOptions;
  } = {},
): Promise<CollectionServer> {
  let opened: Collection | undefined;
  const open = (ground: Ground) => {
    opened ??= openCollection(ground, { linkMs: 0 });
    return opened;
  };
  const { web, more, ...rest } = options;
  const server = await testServer({
    ...rest,
    routes: (ground) => [...collectionRoutes(open(ground).intake), ...(more?.(ground) ?? [])],
    ...(web !== undefined && { web: (ground) => web(open(ground), ground) }),
  });
  const collection = open(server.ground);
  onTestFinished(() => collection.close());
  const wave = await addSurvey(server.db, { ...server.ours, unitId: server.ours.department }, askedQuestionnaire);
  return {
    ...server,
    collection,
    wave,
    submission: (given = {}) => ({
      id: randomUUID(),
      answers: completeAnswers,
      version: 1,
      language: "zh",
      ...given,
    }),
    submit: (submission, token = wave.token) => server.ask(null, `POST /api/collect/${token}/responses`, submission),
    responses: () => server.db.selectFrom("response").select(["id", "answers"]).orderBy("received_at").execute(),
  };
}
