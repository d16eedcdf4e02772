import type { HeavyWork } from "./heavy-work.ts";

/** When the process is to stop, the child is ended: its work is not done, leaves nothing, and is tried again later. */
export async function stoppable(work: HeavyWork, signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  const stop = () => void work.stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await run();
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
