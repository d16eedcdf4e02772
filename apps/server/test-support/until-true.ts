import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 10;

/** Waits for what tells nobody when it happens; the test's own time limit ends a wait in vain. */
export async function untilTrue(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(LOOK_EVERY_MS);
}
