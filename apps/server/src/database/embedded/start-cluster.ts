import { setTimeout as sleep } from "node:timers/promises";
import { OperatorFailure } from "../../failure/operator-failure.ts";
import { endOrphans, stopLeftover } from "./leftover.ts";
import { type Cluster, freePort, type Postmaster, startPostmaster } from "./postmaster.ts";

const RETRY_EVERY_MS = 150;
/** A killed master's children end by themselves when they notice, usually at once; after so many tries they are told to. */
const TRIES_BEFORE_ENDING_ORPHANS = 10;
const MOST_TRIES = 200;

/** Starts a cluster in whatever state the last run left it.
 *  @param port the one it had, which it must have again; null: any
 *  @throws OperatorFailure if it does not start, with the last line of its log */
export async function startCluster(cluster: Cluster, port: number | null): Promise<Postmaster> {
  for (let tries = 1; ; tries += 1) {
    await stopLeftover(cluster.folder);
    const attempt = await startPostmaster(cluster, port ?? (await freePort()));
    if (attempt.kind === "ready") return attempt.postmaster;
    if (tries >= MOST_TRIES || !mayPass(attempt.log)) throw startFailure(cluster, attempt.log);
    if (tries === TRIES_BEFORE_ENDING_ORPHANS) endOrphans(cluster.folder);
    await sleep(RETRY_EVERY_MS);
  }
}

/** What is over in a moment: memory that children of a killed master still hold, a port taken between look and use, and a
 *  file left by a process that was just ending. */
function mayPass(log: string): boolean {
  return /pre-existing shared memory block|could not bind|Address already in use|lock file "postmaster.pid"/.test(log);
}

function startFailure(cluster: Cluster, log: string): OperatorFailure {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  if (/No space left on device|Disk quota exceeded/.test(log))
    return new OperatorFailure("disk-full", { folder: cluster.folder });
  const telling = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "";
  return new OperatorFailure("database-not-started", { log: cluster.log.file, lastLine: telling });
}
