/**
 * A questionnaire as a customer on a cheap phone meets it: what its first page weighs, and how long until the first question is
 * painted. The real product with the bookkeeping questionnaire, in Chromium at 412 × 915 with the processor slowed four times and a
 * line of 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; nothing cached.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "@manyi/tooling/browser";
import type { Figure } from "./figure.ts";
import { medianOf } from "./repeat.ts";

const serverMain = fileURLToPath(new URL("../apps/server/src/main.ts", import.meta.url));
const RUNS = 5;
const PROCESSOR_SLOWER = 4;
const LINE = { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150, offline: false };

export default async function* respondent(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "manyi-bench-"));
  chmodSync(folder, 0o711);
  const running = await startServer(join(folder, "data"));
  try {
    const address = await publishedQuestionnaire(running);
    const visits: Visit[] = [];
    await medianOf(RUNS, async () => {
      visits.push(await visit(address));
      return 0;
    });
    const first = "bookkeeping questionnaire, first load";
    yield await figure(`${first}: bytes over all requests`, "kB", visits, ({ bytes }) => bytes / 1_000);
    yield await figure(`${first}: requests`, "requests", visits, ({ requests }) => requests);
    yield await figure(`${first}: first question painted`, "s", visits, ({ paintedMs }) => paintedMs / 1_000);
    yield await figure(`${first}: script in charge`, "s", visits, ({ readyMs }) => readyMs / 1_000);
  } finally {
    const exited = once(running.child, "exit");
    running.child.kill("SIGINT");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function figure(
  what: string,
  unit: string,
  visits: readonly Visit[],
  value: (visit: Visit) => number,
): Promise<Figure> {
  const values = visits.map(value);
  const median = await medianOf(values.length, (run) => values[run] ?? 0);
  return { bench: "respondent", case: what, value: Math.round(median * 100) / 100, unit, better: "lower", runs: RUNS };
}

interface Visit {
  /** As they came over the line, heads of the answers included. */
  readonly bytes: number;
  readonly requests: number;
  /** From the start of the navigation. */
  readonly paintedMs: number;
  readonly readyMs: number;
}

async function visit(address: string): Promise<Visit> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 412, height: 915 }, locale: "zh-CN" });
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    let bytes = 0;
    let requests = 0;
    line.on("Network.requestWillBeSent", () => {
      requests += 1;
    });
    line.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await line.send("Network.enable");
    await line.send("Network.setCacheDisabled", { cacheDisabled: true });
    await line.send("Network.emulateNetworkConditions", LINE);
    await line.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR_SLOWER });
    await page.goto(address, { waitUntil: "load" });
    await page.waitForSelector("[data-ready]");
    const readyMs = await page.evaluate(() => performance.now());
    // The first question stands in the document itself, above the fold: with the first paint it is there.
    const above = await page.locator(".question input").first().boundingBox();
    if (above === null || above.y > 915) throw new Error("the first question is not on the first screen");
    const paintedMs = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    );
    if (!(paintedMs > 0) || bytes < 5_000) throw new Error(`nothing was measured: ${paintedMs} ms, ${bytes} bytes`);
    return { bytes, requests, paintedMs, readyMs };
  } finally {
    await browser.close();
  }
}

interface Running {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly account: { readonly email: string; readonly password: string };
}

async function startServer(data: string): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, [serverMain], {
    env: { ...process.env, LANG: "en_US.UTF-8", MANYI_DATA: data, MANYI_PORT: String(port) },
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
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const email = /Account\s+(\S+)/.exec(said)?.[1];
  const password = /Password\s+(\S+)/.exec(said)?.[1];
  if (email === undefined || password === undefined) throw new Error("the first start has shown no account");
  return { child, origin: `http://127.0.0.1:${port}`, account: { email, password } };
}

/** @returns the address that customers are given */
async function publishedQuestionnaire({ origin, account }: Running): Promise<string> {
  let cookie = "";
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { origin, cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) };
    const answer = await fetch(origin + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    cookie = answer.headers.getSetCookie().reduce((kept, line) => line.split(";")[0] ?? kept, cookie);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  await ask("POST", "/api/session/sign-in", account);
  const { entries } = await ask("GET", "/api/units");
  const programme = await ask("POST", "/api/programmes/from-template", {
    name: { zh: "测速", en: "Speed" },
    unitId: entries[0].id,
    template: "bookkeeping-agency",
  });
  const path = `/api/programmes/${programme.id}/questionnaire`;
  const { revision } = await ask("GET", path);
  const wave = { kind: "new", name: { zh: "第一波", en: "First wave" } };
  const { waveId } = await ask("POST", `${path}/publish`, { revision, wave });
  const { links } = await ask("GET", `/api/waves/${waveId}/fieldwork`);
  return `${origin}/s/${links[0].address.split("/s/")[1]}`;
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  listener.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
