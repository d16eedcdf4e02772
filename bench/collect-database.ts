/** The product's own PostgreSQL with its own settings, but for room for the clients it is compared with. Says its address in one line and
 *  runs until its standard input ends. */
import { once } from "node:events";

interface Embedded {
  startEmbeddedDatabase(options: {
    readonly dataFolder: string;
    readonly onEvent: () => void;
    readonly settings: Readonly<Record<string, string>>;
  }): Promise<{ readonly url: string; stop(): Promise<void> }>;
}

const file = new URL("../apps/server/src/database/embedded/embedded-database.ts", import.meta.url);
// Found at run time: no folder's imports lead into an app.
const { startEmbeddedDatabase }: Embedded = await import(file.href);
const database = await startEmbeddedDatabase({
  dataFolder: process.argv[2] ?? "",
  onEvent: () => {},
  settings: { max_connections: "120" },
});
process.stdout.write(`${database.url}\n`);
process.stdin.resume();
await once(process.stdin, "end");
await database.stop();
