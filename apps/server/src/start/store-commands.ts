/** Commands that work on what is stored: `backup`, `restore`, `new-password`. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { restoreBackup } from "../backup/restore-backup.ts";
import { writeBackup } from "../backup/write-backup.ts";
import { systemClock } from "../clock/clock.ts";
import type { Config } from "../config/config.ts";
import { lockFolder } from "../data-folder/folder-lock.ts";
import { folderFailure, prepareFolder } from "../data-folder/prepare-folder.ts";
import { readOrMakeSecret } from "../data-folder/secret.ts";
import { connect, workerConnections } from "../database/connect.ts";
import { migrate } from "../database/migrate.ts";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { hasCode } from "../failure/system-error.ts";
import { openFileStore } from "../files/open-file-store.ts";
import type { Log } from "../log/log.ts";
import { recoverAccount } from "../organisation/recover-account.ts";
import { productVersion } from "../product/product-version.ts";
import { type Closers, closers } from "./closers.ts";
import type { StartMessages } from "./messages/messages.ts";
import { openDatabase } from "./open-database.ts";
import type { Terminal } from "./terminal.ts";

/** @throws OperatorFailure */
export async function backUpCommand(
  file: string,
  config: Config,
  log: Log,
  terminal: Terminal,
  messages: StartMessages,
): Promise<void> {
  await withClosers(config, async (closing) => {
    const databaseUrl = await databaseToRead(config, log, closing);
    const source = {
      databaseUrl,
      files: openFileStore(config, log),
      secret: config.secret ?? readOrMakeSecret(join(config.dataFolder, "secret")),
      product: productVersion,
      now: systemClock.now(),
    };
    const { tables, files } = await writeBackup(source, resolve(file));
    terminal.say(messages.backedUp(file, shown(rowsIn(tables)), shown(files.length)));
  });
}

/** @throws OperatorFailure */
export async function restoreCommand(
  file: string,
  config: Config,
  log: Log,
  terminal: Terminal,
  messages: StartMessages,
): Promise<void> {
  await withClosers(config, async (closing) => {
    const lock = await lockFolder(config.dataFolder);
    closing.add(() => lock.release());
    const databaseUrl = await openDatabase(config, log, closing, () => terminal.say(messages.makingDatabase));
    const target = { databaseUrl, files: openFileStore(config, log), filesPlace: config.dataFolder };
    const { manifest, secret } = await restoreBackup(target, resolve(file));
    // Second factors were encrypted with it.
    writeSecret(join(config.dataFolder, "secret"), secret);
    terminal.say(messages.restored(file, shown(rowsIn(manifest.tables)), shown(manifest.files.length)));
  });
}

/** @throws OperatorFailure */
export async function newPasswordCommand(
  email: string,
  config: Config,
  log: Log,
  terminal: Terminal,
  messages: StartMessages,
): Promise<void> {
  await withClosers(config, async (closing) => {
    const url = await databaseToRead(config, log, closing);
    await migrate(url);
    const database = connect(url, { ...workerConnections, onConnectionLost: () => {} });
    closing.add(() => database.destroy());
    const secret = config.secret ?? readOrMakeSecret(join(config.dataFolder, "secret"));
    const password = await recoverAccount(database, { secret, origin: config.origin }, email, systemClock.now());
    if (password === null) throw new OperatorFailure("account-unknown", { email });
    terminal.say(messages.newPassword(email, password));
  });
}

async function withClosers(config: Config, work: (closing: Closers) => Promise<void>): Promise<void> {
  const closing = closers();
  try {
    prepareFolder(config.dataFolder);
    await work(closing);
  } catch (error) {
    throw folderFailure(config.dataFolder, error);
  } finally {
    await closing.closeAll();
  }
}

/** The running server's database if there is one, else our own for the moment. */
async function databaseToRead(config: Config, log: Log, closing: Closers): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  try {
    const lock = await lockFolder(config.dataFolder);
    closing.add(() => lock.release());
  } catch (error) {
    const isRunning = error instanceof OperatorFailure && error.code === "data-folder-in-use";
    const url = isRunning ? runningUrl(config.dataFolder) : undefined;
    if (url === undefined) throw error;
    return url;
  }
  return openDatabase(config, log, closing, () => {});
}

function runningUrl(dataFolder: string): string | undefined {
  try {
    return readFileSync(join(dataFolder, "database-url"), "utf8").trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function writeSecret(file: string, secret: string): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${secret}\n`, { mode: 0o600, flush: true });
  renameSync(aside, file);
}

function rowsIn(tables: readonly { readonly rows: number }[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

function shown(count: number): string {
  return count.toLocaleString("en-US");
}
