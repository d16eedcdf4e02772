/** A real PostgreSQL database for a test, with today's schema and nothing in it. */
import { randomBytes } from "node:crypto";
import { connect as connectTo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, inject, onTestFinished } from "vitest";
import { connect, type Database } from "../src/database/connect.ts";
import type { DoorAnswer } from "./database-global-setup.ts";
import { dropDatabase, onServer, type Template, urlOf } from "./template-database.ts";

export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
}

/** A fresh clone of the migrated template. Called in a test it is dropped when the test ends, elsewhere when the file ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, template } = await server();
  if (template.kind === "failed") throw new Error(`The migrations fail: ${template.reason}`);
  return open(url, template.name);
}

/** A database without any schema: for migrations and restores. */
export async function emptyTestDatabase(): Promise<TestDatabase> {
  const { url } = await server();
  return open(url, "template0");
}

const closers = new Set<() => Promise<void>>();
afterAll(async () => {
  await Promise.all([...closers].map((close) => close()));
});

async function open(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = `manyi_test_${process.pid}_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `create database ${name} encoding 'UTF8' template ${template}`);
  const url = urlOf(serverUrl, name);
  const db = connect(url, {
    applicationName: "manyi test",
    maxConnections: 8,
    statementTimeoutMs: null,
    onConnectionLost: () => {},
  });
  const close = async () => {
    if (!closers.delete(close)) return;
    await db.destroy();
    await dropDatabase(serverUrl, name);
  };
  closers.add(close);
  closeWithTest(close);
  return { db, url };
}

function closeWithTest(close: () => Promise<void>): void {
  try {
    onTestFinished(close);
  } catch {
    // Not inside a test: the end of the file closes it.
  }
}

let answered: Promise<{ readonly url: string; readonly template: Template }> | undefined;

function server(): Promise<{ readonly url: string; readonly template: Template }> {
  answered ??= knock();
  return answered;
}

async function knock(): Promise<{ readonly url: string; readonly template: Template }> {
  const socket = connectTo(inject("databaseDoor"), "127.0.0.1");
  // The other side is our own global setup.
  const answer = JSON.parse(await text(socket)) as DoorAnswer;
  if (answer.kind === "failed") throw new Error(`No test database: ${answer.reason}`);
  return answer;
}
