import type { WaveRow } from "./queries.ts";

/** The state of a wave at a moment. A wave whose grace time is over is closed, also before the job that writes it down has run. */
export function waveStateAt({ state, graceUntil }: Pick<WaveRow, "state" | "graceUntil">, now: Date): WaveRow["state"] {
  return state === "closing" && graceUntil !== null && graceUntil <= now ? "closed" : state;
}
