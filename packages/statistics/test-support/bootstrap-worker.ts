/** A worker thread that computes shares of a bootstrap. */
import { parentPort } from "node:worker_threads";
import { runShare } from "../src/path-model/bootstrap/replicator.ts";
import type { BootstrapTask, Share } from "../src/path-model/bootstrap/task.ts";

export interface ShareRequest {
  readonly task: BootstrapTask;
  readonly share: Share;
}

parentPort?.on("message", ({ task, share }: ShareRequest) => {
  const replicates = runShare(task, share);
  parentPort?.postMessage(replicates);
});
