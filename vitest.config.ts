import { defineConfig } from "vitest/config";

/** A run with more cases than usual (`npm run soak`) may take its time. */
const soaking = Number(process.env.MANYI_RUNS ?? 0) > 1_000;

export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "apps/**/*.test.ts", "tooling/**/*.test.ts", "bench/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    setupFiles: ["tooling/vitest-setup.ts"],
    globalSetup: ["apps/server/test-support/database-global-setup.ts"],
    testTimeout: soaking ? 3_600_000 : 30_000,
    hookTimeout: 60_000,
  },
});
