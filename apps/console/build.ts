/** Builds the console into `dist`. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Built, buildIfStarted, buildStamped } from "@manyi/tooling/build/stamped-build";

const here = fileURLToPath(new URL(".", import.meta.url));

/** What the bundle is made of, relative to the repository. */
const ingredients = [
  "apps/console/src",
  "apps/console/public",
  "apps/console/index.html",
  "apps/console/vite.config.ts",
  "apps/console/build.ts",
  "apps/console/package.json",
  "packages/contract/src",
  "packages/questionnaire/src",
  "packages/questionnaire/templates",
  "packages/charts/src",
  "packages/analysis/src/format",
  "tooling/build",
  "package-lock.json",
];

/** Builds the console unless `dist` is of the same sources; when it returns, `dist` is complete.
 *  @throws Error with the bundler's words if the sources do not build */
export function buildConsole(): Promise<Built> {
  return buildStamped({
    folder: join(here, "dist"),
    ingredients,
    make: async (into) => {
      const { build } = await import("vite");
      await build({ configFile: join(here, "vite.config.ts"), logLevel: "error", build: { outDir: into } });
    },
  });
}

await buildIfStarted(import.meta.url, buildConsole);
