/**
 * Gives tests a PostgreSQL with a migrated template database, once a run and only when the first test asks: this process opens
 * a door (a port of the machine) which costs nothing, and a test file knocks when it wants a database.
 *
 * With MANYI_TEST_DATABASE_URL that server is used; otherwise an embedded one in a temporary folder.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { dropDatabase, makeTemplate, reasonOf, type Template } from "./template-database.ts";

/** What a knock is answered with, as one line of JSON. */
export type DoorAnswer =
  | { readonly kind: "server"; readonly url: string; readonly template: Template }
  | { readonly kind: "failed"; readonly reason: string };

declare module "vitest" {
  interface ProvidedContext {
    readonly databaseDoor: number;
  }
}

interface TestServer {
  readonly url: string;
  readonly template: Template;
  stop(): Promise<void>;
}

export default async function openDoor(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<TestServer> | undefined;
  const door = createServer((socket) => {
    server ??= process.env.MANYI_TEST_DATABASE_URL
      ? givenServer(process.env.MANYI_TEST_DATABASE_URL)
      : embeddedServer();
    socket.on("error", () => {});
    server.then(
      ({ url, template }) => answer({ kind: "server", url, template }),
      (error: unknown) => answer({ kind: "failed", reason: reasonOf(error) }),
    );
    const answer = (line: DoorAnswer) => socket.end(`${JSON.stringify(line)}\n`);
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  project.provide("databaseDoor", portOf(door.address()));
  return async () => {
    door.close();
    await (await server?.catch(() => undefined))?.stop();
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The door has no port.");
  return address.port;
}

async function givenServer(url: string): Promise<TestServer> {
  const template = await makeTemplate(url);
  return { url, template, stop: () => dropDatabase(url, template.name) };
}

/** In a process of its own that ends with this one however this one ends, and takes PostgreSQL and the folder with it. */
async function embeddedServer(): Promise<TestServer> {
  const keeper = fork(fileURLToPath(new URL("./database-keeper.ts", import.meta.url)), {
    // Out of this terminal's group: Ctrl-C must not end it before it has cleaned up.
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const answer = await firstAnswer(keeper);
  if (answer.kind === "failed") {
    if (keeper.connected) keeper.disconnect();
    throw new Error(answer.reason);
  }
  const stop = async () => {
    const exited = once(keeper, "exit");
    keeper.disconnect();
    await exited;
  };
  return { url: answer.url, template: answer.template, stop };
}

function firstAnswer(keeper: ChildProcess): Promise<DoorAnswer> {
  return new Promise((resolve) => {
    // What the keeper sends is what its own file writes.
    keeper.once("message", (message) => resolve(message as DoorAnswer));
    keeper.once("exit", () => resolve({ kind: "failed", reason: "The keeper of the test database ended." }));
  });
}
