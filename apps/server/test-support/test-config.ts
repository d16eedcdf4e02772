import type { Config } from "../src/config/config.ts";

export const TEST_ORIGIN = "http://manyi.test";

export function buildConfig(overrides: Partial<Config> = {}): Config {
  return {
    role: "web",
    dataFolder: "/nonexistent",
    databaseUrl: null,
    host: "127.0.0.1",
    port: 0,
    origin: TEST_ORIGIN,
    trustedProxies: [],
    language: "zh",
    timeZone: "Asia/Shanghai",
    smtp: null,
    files: { kind: "local" },
    logLevel: "debug",
    metricsToken: null,
    administratorEmail: "admin@manyi.local",
    largestImportBytes: 10_000_000,
    collectionRequests: 1_000_000,
    ...overrides,
  };
}
