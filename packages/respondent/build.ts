/**
 * Builds the respondent's pages into `dist`: `assets/`, what the browser loads, and `server/pages.js`, which makes the documents.
 * Oldest browsers: Chrome 61, Safari 12, Firefox 60, and WeChat's of their age; what the language lacks there is lowered, what the
 * library lacks there is in `runtime/older-browsers.ts`. Older ones use the form as it is.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Built, buildIfStarted, buildStamped } from "@manyi/tooling/build/stamped-build";
import type { InlineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** What is made of it, relative to the repository. */
const ingredients = [
  "packages/respondent/src",
  "packages/respondent/build.ts",
  "packages/respondent/package.json",
  "packages/questionnaire/src",
  "tooling/build",
  "package-lock.json",
];

/** Builds the pages unless `dist` is of the same sources; when it returns, `dist` is complete.
 *  @throws Error with the bundler's words if the sources do not build */
export function buildRespondent(): Promise<Built> {
  return buildStamped({ folder: join(here, "dist"), ingredients, make });
}

async function make(into: string): Promise<void> {
  const { build } = await import("vite");
  const assets = join(into, "assets");
  const languages = languagesOf(join(here, "src/messages"));
  for (const language of languages) await build(browserScript(`runtime-${language}`, runtimeEntry(language), assets));
  await build(browserScript("preview", previewEntry, assets));
  await build(browserScript("returning", returningEntry, assets));
  const addressOf = (name: string): string => {
    const file = readdirSync(assets).find((one) => /^-[\w-]{8}\.js$/.test(one.replace(name, "")));
    if (file === undefined) throw new Error(`the bundler has made no ${name}`);
    return `/respondent/assets/${file}`;
  };
  const runtimes = Object.fromEntries(languages.map((language) => [language, addressOf(`runtime-${language}`)]));
  await build(
    serverPages(join(into, "server"), {
      RUNTIME_ADDRESSES: runtimes,
      PREVIEW_ADDRESS: addressOf("preview"),
      RETURNING_ADDRESS: addressOf("returning"),
    }),
  );
}

/** Every catalogue beside its type and what chooses among them. */
function languagesOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((file) => /^([a-z]{2}(?:-[A-Z]{2})?)\.ts$/.exec(file)?.[1] ?? []);
}

/** A respondent reads one language; the words of the others stay here. */
function runtimeEntry(language: string): string {
  return [
    `import { startRuntime } from "${here}src/runtime/main.tsx";`,
    `import { ${language} } from "${here}src/messages/${language}.ts";`,
    `startRuntime(${language});`,
  ].join("\n");
}

const returningEntry = `import "${here}src/returning/main.ts";`;
const previewEntry = `import "${here}src/preview/main.tsx";`;

const shared: InlineConfig = {
  configFile: false,
  root: here,
  logLevel: "error",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};

/** One classic script: it runs wherever a script runs, and nothing waits for a second request. */
function browserScript(name: string, entry: string, outDir: string): InlineConfig {
  const entryId = `\0${name}`;
  return {
    ...shared,
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === name ? entryId : undefined),
        load: (id) => (id === entryId ? entry : undefined),
      },
    ],
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2017",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: name },
        output: { format: "iife", entryFileNames: "[name]-[hash].js" },
      },
    },
  };
}

/** @param addresses names that the pages are built with */
function serverPages(outDir: string, addresses: Readonly<Record<string, unknown>>): InlineConfig {
  return {
    ...shared,
    define: Object.fromEntries(Object.entries(addresses).map(([name, value]) => [name, JSON.stringify(value)])),
    ssr: { noExternal: true },
    build: {
      ssr: join(here, "src/render/built-pages.ts"),
      outDir,
      target: "node24",
      cssMinify: "lightningcss",
      cssTarget: ["chrome61", "safari12"],
      reportCompressedSize: false,
      rolldownOptions: { output: { entryFileNames: "pages.js" } },
    },
  };
}

await buildIfStarted(import.meta.url, buildRespondent);
