/** Keeps the PostgreSQL of one test run: a child process that lives exactly as long as its parent. */
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedDatabase } from "../src/database/embedded/embedded-database.ts";
import type { DoorAnswer } from "./database-global-setup.ts";
import { makeTemplate, reasonOf } from "./template-database.ts";

const ROOM_BYTES = 4e9;

const folder = mkdtempSync(join(roomyMemory() ?? tmpdir(), "manyi-test-database-"));
// So that the database's user can enter where the tests run as root.
chmodSync(folder, 0o711);

const starting = startEmbeddedDatabase({
  dataFolder: folder,
  onEvent: () => {},
  // What is lost with the machine is only a test.
  settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
});

// The parent has gone, or wants no more.
process.once("disconnect", async () => {
  await starting.then(
    (database) => database.stop(),
    () => {},
  );
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

try {
  const { url } = await starting;
  tell({ kind: "server", url, template: await makeTemplate(url) });
} catch (error) {
  tell({ kind: "failed", reason: reasonOf(error) });
}

/** A clone is some hundred small files: ten times faster in memory, where there is plenty. */
function roomyMemory(): string | undefined {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return undefined;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > ROOM_BYTES ? memory : undefined;
}

function tell(answer: DoorAnswer): void {
  if (process.connected) process.send?.(answer);
}
