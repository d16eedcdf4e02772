import { Worker } from "node:worker_threads";
import type { SharePool } from "../src/path-model/bootstrap/run-shares.ts";
import type { BootstrapTask, Replicates, Share } from "../src/path-model/bootstrap/task.ts";
import type { ShareRequest } from "./bootstrap-worker.ts";

/** Threads that compute shares of a bootstrap, each one at a time. */
export interface BootstrapWorkers {
  readonly pool: SharePool;
  readonly close: () => Promise<void>;
}

export function bootstrapWorkers(threads: number): BootstrapWorkers {
  const all = Array.from({ length: threads }, () => new Worker(new URL("./bootstrap-worker.ts", import.meta.url)));
  const idle = [...all];
  const waiting: ((worker: Worker) => void)[] = [];
  const taken = (): Promise<Worker> => {
    const worker = idle.pop();
    return worker === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(worker);
  };
  const release = (worker: Worker) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };
  const run = async (task: BootstrapTask, share: Share): Promise<Replicates> => {
    const worker = await taken();
    try {
      return await answerOf(worker, { task, share });
    } finally {
      release(worker);
    }
  };
  return {
    pool: { run, shares: threads * 4 },
    close: async () => {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

function answerOf(worker: Worker, request: ShareRequest): Promise<Replicates> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off("message", succeed);
      worker.off("error", fail);
    };
    const succeed = (replicates: Replicates) => {
      settle();
      resolve(replicates);
    };
    const fail = (error: Error) => {
      settle();
      reject(error);
    };
    worker.on("message", succeed);
    worker.on("error", fail);
    worker.postMessage(request);
  });
}
