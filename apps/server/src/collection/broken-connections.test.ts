/** Connections that break at the worst moment, to the database and to the respondent. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { type CollectionServer, collectionServer } from "../../test-support/collection-server.ts";
import { untilTrue } from "../../test-support/until-true.ts";

async function listening(server: CollectionServer): Promise<number> {
  const { port } = new URL(await server.app.listen({ host: "127.0.0.1", port: 0 }));
  return Number(port);
}

function requestText(server: CollectionServer, body: string, length: number = Buffer.byteLength(body)): string {
  return `POST /api/collect/${server.wave.token}/responses HTTP/1.1\r\nHost: manyi.test\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
}

describe("an answer", () => {
  it("whose acknowledgement was lost gets the same receipt when it is sent again (62)", async () => {
    const server = await collectionServer();
    const port = await listening(server);
    const submission = server.submission();
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    // Paused, it never takes what comes back.
    socket.pause();
    socket.write(requestText(server, JSON.stringify(submission)));
    await untilTrue(async () => (await server.responses()).length === 1);
    socket.destroy();
    const at = server.clock.now().toISOString();
    server.clock.advance(60_000);
    const [one, two] = [await server.submit(submission), await server.submit(submission)];
    expect([one.statusCode, two.statusCode]).toEqual([201, 201]);
    expect(one.body).toBe(two.body);
    expect(one.json().receivedAt).toBe(at);
    expect(await server.responses()).toHaveLength(1);
  });

  it("whose commit broke is not acknowledged, leaves no row, and is taken when it is sent again (63)", async () => {
    const server = await collectionServer();
    const submissions = Array.from({ length: 5 }, () => server.submission());
    await server.submit(server.submission());
    await server.db.transaction().execute(async (tx) => {
      await sql`select id from wave where id = ${server.wave.waveId} for update`.execute(tx);
      const sending = submissions.map((submission) => server.submit(submission));
      let settled = 0;
      for (const answer of sending) answer.finally(() => (settled += 1));
      // Again and again: some of them may still be on their way to the database.
      await untilTrue(async () => {
        if ((await waitingForLock(server)) > 0) await endConnections(server);
        return settled === sending.length;
      });
      const answers = await Promise.all(sending);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503, 503, 503]);
      expect(answers.map((answer) => answer.json().code)).toEqual(Array(5).fill("database-away"));
      expect(answers.every(({ headers }) => Number(headers["retry-after"]) > 0)).toBe(true);
    });
    expect(await server.responses()).toHaveLength(1);
    const again = await Promise.all(submissions.map((submission) => server.submit(submission)));
    expect(again.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(await server.responses()).toHaveLength(6);
  });

  it("that could not be committed in time is not acknowledged either, and the respondent is told when to try again", async () => {
    const server = await collectionServer();
    await server.submit(server.submission());
    await server.db.transaction().execute(async (tx) => {
      await sql`select id from wave where id = ${server.wave.waveId} for update`.execute(tx);
      const sending = server.submit(server.submission());
      await untilTrue(async () => (await waitingForLock(server)) > 0);
      // What the time limit of a statement does.
      await sql`select pg_cancel_backend(pid) from pg_stat_activity
        where application_name = 'manyi collect' and datname = current_database()`.execute(server.db);
      const answer = await sending;
      expect([answer.statusCode, answer.json().code]).toEqual([503, "too-busy"]);
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    });
    expect(await server.responses()).toHaveLength(1);
  });

  it("that waits for a wave which is being closed finds it closed", async () => {
    const server = await collectionServer();
    await server.submit(server.submission());
    const sending = await server.db.transaction().execute(async (tx) => {
      await tx.updateTable("wave").set({ state: "closed", closed_at: server.clock.now() }).execute();
      const sending = [server.submit(server.submission()), server.submit(server.submission())];
      await untilTrue(async () => (await waitingForLock(server)) > 0);
      return { sending };
    });
    const answers = await Promise.all(sending.sending);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 409]);
    const { responses } = await server.db.selectFrom("wave_count").select("responses").executeTakeFirstOrThrow();
    expect([responses, (await server.responses()).length]).toEqual([1, 1]);
  });

  it("that PostgreSQL will not take fails alone among those that came with it", async () => {
    const server = await collectionServer();
    await sql`alter table response add constraint planted check (answers ->> 'more' is distinct from 'bad')`.execute(
      server.db,
    );
    const good = Array.from({ length: 4 }, () => server.submission());
    const bad = server.submission({ answers: { overall: 4, more: "bad" } });
    const answers = await Promise.all([good[0], bad, ...good.slice(1)].map((submission) => server.submit(submission)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 500, 201, 201, 201]);
    expect((await server.responses()).map(({ id }) => id).sort()).toEqual(good.map(({ id }) => id).sort());
  });

  it("sent to two processes at once is one row, and both give the same receipt (1)", async () => {
    const server = await collectionServer();
    const { openCollection } = await import("./open-collection.ts");
    const other = openCollection(server.ground);
    onTestFinished(() => other.close());
    for (let round = 0; round < 10; round += 1) {
      const submission = server.submission();
      const [here, there] = await Promise.all([
        server.submit(submission),
        other.intake.submit(server.wave.token, submission, server.clock.now()),
      ]);
      expect(here.json()).toEqual(there);
    }
    const { responses } = await server.db.selectFrom("wave_count").select("responses").executeTakeFirstOrThrow();
    expect([responses, (await server.responses()).length]).toEqual([10, 10]);
  });
});

async function endConnections({ db }: CollectionServer): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'manyi collect' and datname = current_database()`.execute(db);
}

async function waitingForLock({ db }: CollectionServer): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::integer as waiting from pg_stat_activity
    where application_name = 'manyi collect' and datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.waiting ?? 0;
}

it.each([
  ["answers", (server: CollectionServer) => requestText(server, '{"id":"', 5_000)],
  ["headers", () => "GET /s/x HTTP/1.1\r\nHost: manyi.test\r\nX-Slow: "],
])(
  "a thousand connections that trickle their %s are cut off, and others are answered meanwhile (66)",
  async (_, begun) => {
    const limits = { collection: 1_000_000, collectionBodyMs: 2_000, headersMs: 2_000 };
    const server = await collectionServer({ web: () => ({ limits }) });
    const port = await listening(server);
    const trickling = trickle(port, 1_000, begun(server));
    let answered = 0;
    while (trickling.cut() < 1_000) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/collect/${server.wave.token}/responses`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(server.submission()),
      });
      expect(answer.status).toBe(201);
      answered += 1;
      await pause(20);
    }
    expect(answered).toBeGreaterThan(5);
    expect(trickling.told()).toBeGreaterThan(900);
    expect(await server.responses()).toHaveLength(answered);
  },
  60_000,
);

/** Connections that begin a request and go on with it a byte at a time.
 *  @returns how many were told that they are too slow, and how many are closed */
function trickle(port: number, count: number, begun: string): { told(): number; cut(): number } {
  let told = 0;
  let cut = 0;
  const sockets = Array.from({ length: count }, (): Socket => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.on("data", (answer) => {
      if (String(answer).startsWith("HTTP/1.1 408 ")) told += 1;
    });
    socket.on("close", () => {
      cut += 1;
    });
    socket.write(begun);
    return socket;
  });
  const writing = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write("0");
  }, 100);
  onTestFinished(() => {
    clearInterval(writing);
    for (const socket of sockets) socket.destroy();
  });
  return { told: () => told, cut: () => cut };
}
