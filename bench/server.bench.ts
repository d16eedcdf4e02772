/**
 * The server as its operator meets it: how long a start takes, and what memory all its processes together hold, idle and after
 * twenty different PDF reports. It is started by `npm start`, in a data folder of its own.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figure } from "./figure.ts";
import { treePssBytes } from "./memory.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const STARTS = 3;
const PDFS = 20;
/** The child of the first computations has ended by then: it waits half a minute for more work. */
const SETTLE_MS = 45_000;
const MEGABYTE = 1_048_576;

export default async function* server(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "manyi-bench-"));
  chmodSync(folder, 0o711);
  let running: Started | undefined;
  const place = { folder: join(folder, "data"), port: await freePort() };
  try {
    const first = await start(place);
    running = first;
    const account = accountIn(first.output());
    yield figure("first start, console built, two examples imported", first.seconds, "s", 1);
    await stop(first.child);
    const seconds: number[] = [];
    for (let number = 1; number <= STARTS; number += 1) {
      running = await start(place);
      seconds.push(running.seconds);
      if (number < STARTS) await stop(running.child);
    }
    yield figure("second start", median(seconds), "s", STARTS);
    await pause(SETTLE_MS);
    yield figure("all processes, idle", pss(running.child), "MB", 1);
    const highest = await makeReports(place.port, account, running.child);
    yield figure(`all processes, after ${PDFS} different PDF reports`, pss(running.child), "MB", 1);
    yield figure(`all processes, highest during ${PDFS} PDF reports`, highest, "MB", 1);
  } finally {
    if (running !== undefined && running.child.exitCode === null) await stop(running.child);
    rmSync(folder, { recursive: true, force: true });
  }
}

function figure(what: string, value: number, unit: string, runs: number): Figure {
  return { bench: "server", case: what, value: Math.round(value * 10) / 10, unit, better: "lower", runs };
}

interface Started {
  readonly child: ChildProcess;
  readonly seconds: number;
  output(): string;
}

async function start(place: { readonly folder: string; readonly port: number }): Promise<Started> {
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: repository,
    env: { ...process.env, LANG: "en_US.UTF-8", MANYI_DATA: place.folder, MANYI_PORT: String(place.port) },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, to be told to stop all at once, as a terminal does.
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (part: string) => {
      said += part;
    });
  }
  while (!said.includes("Manyi runs")) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${said}`);
    await pause(20);
  }
  return { child, seconds: (performance.now() - began) / 1_000, output: () => said };
}

async function stop(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  process.kill(-(child.pid ?? 0), "SIGINT");
  await exited;
}

function accountIn(output: string): { readonly email: string; readonly password: string } {
  const email = /Account\s+(\S+)/.exec(output)?.[1];
  const password = /Password\s+(\S+)/.exec(output)?.[1];
  if (email === undefined || password === undefined) throw new Error("the first start has shown no account");
  return { email, password };
}

/** Twenty reports that differ in programme, wave, weight or language, so that none is answered from what is there.
 *  @returns the highest sum of PSS that was seen, MB */
async function makeReports(
  port: number,
  account: { readonly email: string; readonly password: string },
  child: ChildProcess,
): Promise<number> {
  const ask = await signedIn(`http://127.0.0.1:${port}`, account);
  const { entries } = JSON.parse((await ask("GET", "/api/programmes")).toString()) as {
    entries: { id: string; waves: { id: string }[] }[];
  };
  const reports = entries
    .toSorted((a, b) => b.waves.length - a.waves.length)
    .flatMap(({ id, waves }) =>
      ["", ...waves.map((wave) => `&wave=${wave.id}`)].flatMap((wave) =>
        ["", "&weight=none"].flatMap((weight) =>
          ["zh", "en"].map((language) => ({ id, query: `language=${language}${wave}${weight}` })),
        ),
      ),
    )
    .slice(0, PDFS);
  let highest = 0;
  for (const { id, query } of reports) {
    const state = query.replace(/^language=..&?/, "");
    while (!(await ask("GET", `/api/programmes/${id}/results/state?${state}`)).toString().includes('"ready"'))
      await pause(50);
    const pdf = await ask("GET", `/api/programmes/${id}/report.pdf?${query}`);
    if (pdf.subarray(0, 5).toString() !== "%PDF-") throw new Error(`no PDF: ${pdf.subarray(0, 200).toString()}`);
    highest = Math.max(highest, pss(child));
  }
  if (reports.length < PDFS) throw new Error(`only ${reports.length} reports differ`);
  return highest;
}

type Ask = (method: string, path: string, body?: object) => Promise<Buffer>;

async function signedIn(origin: string, account: object): Promise<Ask> {
  let cookie = "";
  const ask: Ask = async (method, path, body) => {
    for (;;) {
      const answer = await fetch(origin + path, {
        method,
        headers: { origin, cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const kept = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
      if (kept.length > 0) cookie = kept.join("; ");
      const content = Buffer.from(await answer.arrayBuffer());
      if (answer.ok) return content;
      // 409: it is being made.
      if (answer.status !== 409) throw new Error(`${method} ${path}: ${answer.status} ${content.toString()}`);
      await pause(100);
    }
  };
  await ask("POST", "/api/session/sign-in", account);
  return ask;
}

function pss(child: ChildProcess): number {
  return treePssBytes(child.pid ?? 0) / MEGABYTE;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  listener.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
