/**
 * Durable answers: complete responses to the bookkeeping questionnaire, each acknowledged after its commit, over connections that stay
 * open. Beside it, in the same run and on the same PostgreSQL, what single-row commits of the same JSON give with as many clients. What
 * was acknowledged is counted in the database afterwards.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import pg from "pg";
import { someAnswers } from "./collect-answers.ts";
import type { LoadResult } from "./collect-load.ts";
import type { Figure } from "./figure.ts";

const CLIENTS = [8, 32] as const;
/** 20 s in all. In turn with the baseline, so that whatever else the machine does meanwhile befalls both. */
const ROUNDS = 5;
const SECONDS = Number(process.env.MANYI_BENCH_SECONDS ?? 4);
const WARM_SECONDS = 5;
const BODIES = 200;
const TEMPLATE = "bookkeeping-agency";
const ROUND = 10;
const serverMain = fileURLToPath(new URL("../apps/server/src/main.ts", import.meta.url));

export default async function* collect(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "manyi-bench-"));
  chmodSync(folder, 0o711);
  const place = { folder: join(folder, "data"), port: await freePort() };
  const database = await startDatabase(folder);
  const { url } = database;
  const server = await start(place, url);
  let db: pg.Client | undefined;
  try {
    const wave = await openWave(place.port, server.output());
    db = new pg.Client({ connectionString: url });
    await db.connect();
    await db.query("create table bench_row (id uuid primary key default gen_random_uuid(), answers jsonb not null)");
    const work = workFor(wave);
    const send = (clients: number, seconds: number) =>
      run<LoadResult>("collect-load.ts", { port: place.port, path: wave.path, clients, seconds, bodies: work.bodies });
    let acknowledged = (await send(CLIENTS[0], WARM_SECONDS)).acknowledged;
    for (const clients of CLIENTS) {
      const rounds: Round[] = [];
      for (let number = 0; number < ROUNDS; number += 1) {
        const rows = { url, clients, seconds: SECONDS, rows: work.rows };
        const baseline = await run<{ committed: number; seconds: number }>("collect-baseline.ts", rows);
        const result = await send(clients, SECONDS);
        if (result.refused > 0) throw new Error(`${result.refused} of ${result.acknowledged} were refused`);
        acknowledged += result.acknowledged;
        rounds.push({ result, baseline: baseline.committed / baseline.seconds });
      }
      await checkCounts(db, acknowledged);
      yield* figures(clients, rounds, work.answers);
    }
  } finally {
    await db?.end();
    await stop(server.child);
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Round {
  readonly result: LoadResult;
  /** Commits a second. */
  readonly baseline: number;
}

function* figures(clients: number, rounds: readonly Round[], answers: number): Iterable<Figure> {
  const middle = (of: (round: Round) => number) => rounds.map(of).toSorted((a, b) => a - b)[(ROUNDS - 1) / 2] ?? 0;
  const perSecond = ({ result }: Round) => result.acknowledged / result.seconds;
  yield {
    bench: "collect",
    case: `${clients} clients, ${answers} answers a response`,
    value: Math.round(middle(perSecond)),
    unit: "responses/s",
    better: "higher",
    baseline: {
      name: "single-row JSONB commits, same PostgreSQL",
      value: Math.round(middle(({ baseline }) => baseline)),
    },
    // Of each round by itself.
    ratio: Math.round(100 * middle((round) => perSecond(round) / round.baseline)) / 100,
    runs: ROUNDS,
  };
  for (const [at, name] of ["p50", "p95", "p99"].entries()) {
    const value = middle(({ result }) => result.latenciesMs[at] ?? 0);
    yield {
      bench: "collect",
      case: `${clients} clients, from sending to acknowledgement, ${name}`,
      value: Math.round(value * ROUND) / ROUND,
      unit: "ms",
      better: "lower",
      runs: ROUNDS,
    };
  }
}

/** @throws Error unless exactly what was acknowledged is there, once, with its history */
async function checkCounts(db: pg.Client, acknowledged: number): Promise<void> {
  const { rows } = await db.query<Record<string, string>>(`select
    (select count(*) from response where link_id is not null) as responses,
    (select count(*) from response_event e join response r on r.id = e.response_id where r.link_id is not null) as events,
    (select sum(count.responses) from wave_count count join wave on wave.id = count.wave_id where wave.version_id is not null) as counted`);
  for (const [name, count] of Object.entries(rows[0] ?? {})) {
    if (Number(count) !== acknowledged) throw new Error(`${acknowledged} were acknowledged; ${name}: ${count}`);
  }
}

interface Wave {
  readonly path: string;
  readonly questionnaire: Questionnaire;
}

function workFor({ questionnaire }: Wave) {
  let seed = 1;
  // Park and Miller's generator: the same bodies in each run.
  const pick = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const sets = Array.from({ length: BODIES }, () => someAnswers(questionnaire, pick));
  const cells = sets.map((answers) => evaluate(questionnaire, answers).cells);
  const counts = cells.map((one) => Object.values(one).filter((cell) => cell !== "NS").length);
  return {
    bodies: sets.map((answers) => JSON.stringify({ answers, version: 1, language: "zh" })),
    rows: cells.map((one) =>
      JSON.stringify({ ...one, _wave: "1", _version: "1", _language: "zh", _channel: "link", _late: "0" }),
    ),
    answers: counts.toSorted((a, b) => a - b)[BODIES / 2] ?? 0,
  };
}

async function openWave(port: number, said: string): Promise<Wave> {
  const origin = `http://127.0.0.1:${port}`;
  const [, email] = /Account\s+(\S+)/.exec(said) ?? [];
  const [, password] = /Password\s+(\S+)/.exec(said) ?? [];
  let cookie = "";
  const ask = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await fetch(origin + path, {
      method,
      headers: { origin, cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const kept = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    if (kept.length > 0) cookie = kept.join("; ");
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? ({} as Body) : ((await answer.json()) as Body);
  };
  await ask("POST", "/api/session/sign-in", { email, password });
  const { entries } = await ask<{ entries: { id: string }[] }>("GET", "/api/units");
  const name = { zh: "满意度调查", en: "Satisfaction survey" };
  const made = { name, unitId: entries[0]?.id, template: TEMPLATE };
  const { id } = await ask<{ id: string }>("POST", "/api/programmes/from-template", made);
  const at = `/api/programmes/${id}/questionnaire`;
  const { draft, revision } = await ask<{ draft: Questionnaire; revision: number }>("GET", at);
  const wave = { kind: "new", name };
  const { waveId } = await ask<{ waveId: string }>("POST", `${at}/publish`, { revision, wave });
  const { links } = await ask<{ links: { address: string }[] }>("GET", `/api/waves/${waveId}/fieldwork`);
  const token = links[0]?.address.split("/").at(-1);
  return { path: `/api/collect/${token}/responses`, questionnaire: draft };
}

async function run<Result>(file: string, given: object): Promise<Result> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify(given));
  return JSON.parse(await text(child.stdout));
}

async function startDatabase(folder: string) {
  const child = spawn(process.execPath, [fileURLToPath(new URL("collect-database.ts", import.meta.url)), folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  return {
    url: String(line).trim(),
    stop: async () => {
      const exited = once(child, "exit");
      child.stdin.end();
      await exited;
    },
  };
}

async function start(place: { readonly folder: string; readonly port: number }, url: string) {
  const profile = process.env.MANYI_BENCH_PROFILE;
  const options = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const child = spawn(process.execPath, [...options, serverMain], {
    env: {
      ...process.env,
      LANG: "en_US.UTF-8",
      DATABASE_URL: url,
      MANYI_DATA: place.folder,
      MANYI_PORT: String(place.port),
      MANYI_COLLECT_PER_MINUTE: "100000000",
      MANYI_LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      said += part;
    });
  }
  while (!said.includes("Manyi runs")) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { child, output: () => said };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGINT");
  await exited;
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  listener.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
