/** What clients do while processes are killed, and how to see afterwards that nothing acknowledged was lost. */
import type { Random } from "./random.ts";

export interface Place {
  /** Of the web servers: the one that does everything, and one apart. */
  readonly origins: readonly [string, ...string[]];
  /** What they have said so far: the first start shows the account to sign in with. */
  output(): string;
}

export interface Workload {
  /** Once, on a new installation that runs. */
  prepare(place: Place): Promise<void>;
  /** One write by one client. Returns when the write was acknowledged and noted; throws when it was refused or nobody
   *  answered, which is no fault: whether it was kept is then open. */
  write(place: Place, random: Random): Promise<void>;
  /** After a restart, with no client at work. @returns what is lost or half, in words; empty if all is well */
  faults(place: Place): Promise<readonly string[]>;
  /** How many writes were acknowledged. */
  acknowledged(): number;
}
