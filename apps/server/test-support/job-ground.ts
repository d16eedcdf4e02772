/** What jobs stand on, in a test: a real database, a queue that does not dawdle. */
import type { Config } from "../src/config/config.ts";
import type { JobPace } from "../src/jobs/job-runner.ts";
import type { JobGround } from "../src/jobs/start-jobs.ts";
import { type Log, silentLog } from "../src/log/log.ts";

const testConfig: Config = {
  role: "all",
  dataFolder: "/nonexistent",
  databaseUrl: null,
  host: "127.0.0.1",
  port: 0,
  origin: "https://survey.example.cn",
  trustedProxies: [],
  language: "zh",
  timeZone: "Asia/Shanghai",
  smtp: null,
  files: { kind: "local" },
  logLevel: "error",
  metricsToken: null,
  administratorEmail: "admin@manyi.local",
  largestImportBytes: 50_000_000,
  collectionRequests: 1_000_000,
};

export const quickPace: JobPace = { pollMs: 50, rebuildDelayMs: 20, presenceMs: 50 };

export const testInstant = new Date("2026-11-22T02:00:00Z");

export function jobGround(databaseUrl: string, overrides: { log?: Log; config?: Partial<Config> } = {}): JobGround {
  return {
    config: { ...testConfig, ...overrides.config },
    databaseUrl,
    log: overrides.log ?? silentLog,
    clock: { now: () => testInstant },
  };
}
