/**
 * Respondents who send complete answers one after the other over connections that stay open, as a process of its own: what it costs to
 * ask is not counted as the server's. Raw sockets, since a client library would cost more than the server. Prints one JSON line.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect } from "node:net";

interface Load {
  readonly port: number;
  readonly path: string;
  readonly clients: number;
  readonly seconds: number;
  /** Bodies without their ids: JSON of what is sent besides. */
  readonly bodies: readonly string[];
}

export interface LoadResult {
  readonly acknowledged: number;
  readonly refused: number;
  readonly seconds: number;
  readonly latenciesMs: readonly [p50: number, p95: number, p99: number];
}

const load: Load = JSON.parse(readFileSync(0, "utf8"));
const latencies: number[] = [];
let refused = 0;
const began = performance.now();
const end = began + load.seconds * 1_000;
await Promise.all(Array.from({ length: load.clients }, () => respondent()));
const seconds = (performance.now() - began) / 1_000;
latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
const result: LoadResult = {
  acknowledged: latencies.length,
  refused,
  seconds,
  latenciesMs: [at(0.5), at(0.95), at(0.99)],
};
process.stdout.write(`${JSON.stringify(result)}\n`);

function respondent(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: load.port, host: "127.0.0.1", noDelay: true });
    let sentAt = 0;
    let received = "";
    const send = () => {
      const rest = load.bodies[Math.floor(Math.random() * load.bodies.length)] ?? "";
      const body = Buffer.from(`{"id":"${randomUUID()}",${rest.slice(1)}`);
      sentAt = performance.now();
      socket.cork();
      socket.write(
        `POST ${load.path} HTTP/1.1\r\nHost: 127.0.0.1:${load.port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      socket.write(body);
      socket.uncork();
    };
    socket.setEncoding("latin1");
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("data", (part: string) => {
      received += part;
      const head = received.indexOf("\r\n\r\n");
      if (head === -1) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
      if (received.length < head + 4 + length) return;
      if (received.startsWith("HTTP/1.1 201 ")) latencies.push(performance.now() - sentAt);
      else refused += 1;
      received = "";
      if (performance.now() < end) send();
      else {
        socket.end();
        resolve();
      }
    });
  });
}
