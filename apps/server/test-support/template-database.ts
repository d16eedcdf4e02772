import { migrate } from "../src/database/migrate.ts";
import { openClient } from "../src/database/open-client.ts";

/** The database others are cloned from. Where a migration is broken, tests that need no schema still run. */
export type Template =
  | { readonly kind: "made"; readonly name: string }
  | { readonly kind: "failed"; readonly name: string; readonly reason: string };

/** Makes a database with today's schema. */
export async function makeTemplate(serverUrl: string): Promise<Template> {
  const name = `manyi_template_${process.pid}`;
  await dropDatabase(serverUrl, name);
  await onServer(serverUrl, `create database ${name} encoding 'UTF8' template template0`);
  try {
    await migrate(urlOf(serverUrl, name));
    return { kind: "made", name };
  } catch (error) {
    return { kind: "failed", name, reason: reasonOf(error) };
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, `drop database if exists ${name} with (force)`);
}

export async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = await openClient(serverUrl, "manyi tests");
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
