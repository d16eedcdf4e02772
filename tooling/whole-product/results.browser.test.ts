import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { browserPath, launchBrowser } from "../browser.ts";
import type { Client } from "../product/client.ts";
import { analysed, examples } from "./examples.ts";
import { dimensionRows, keyFigureRows, type Results, summaryNumbers, targetRows } from "./expected-figures.ts";
import { programmeNamed, programmesOf, resultsOf } from "./programmes.ts";
import { enter, expectQuiet, openScreen } from "./screen.ts";
import { keyNumbersOn, tablesIn } from "./shown-figures.ts";
import { accountOf, administrator, buildPages, type Product, startProduct, temporaryFolder } from "./start-product.ts";

describe("the results of a new installation", { timeout: 120_000 }, () => {
  const { folder, remove } = temporaryFolder();
  let product: Product;
  let client: Client;
  const byCommandLine = new Map<string, Buffer>();

  beforeAll(async () => {
    buildPages();
    product = await startProduct(folder);
    client = await administrator(product);
    for (const example of examples) byCommandLine.set(example.name, await analysed(example.folder));
  }, 120_000);
  afterAll(async () => {
    await product?.stop();
    remove();
  });

  it("begin with an account that is shown once, and both examples", async () => {
    expect(product.output().match(/Password\s/g)).toHaveLength(1);
    expect((await programmesOf(client)).map(({ name }) => name.en).toSorted()).toEqual(
      examples.map(({ name }) => name).toSorted(),
    );
  });

  it.each(examples)("are byte for byte those of the command line: $folder", async ({ name }) => {
    const { id } = await programmeNamed(client, name);
    const results = await resultsOf(client, id);
    expect(results.equals(wanted(name))).toBe(true);
  });

  it.each(examples)(
    "are the same again from the study that the product exports: $folder",
    async ({ folder: of, name }) => {
      const { id } = await programmeNamed(client, name);
      const place = join(folder, "exported", of);
      unpack(await client.file(`/api/programmes/${id}/study.zip`), place);
      const again = JSON.parse((await analysed(place)).toString("utf8"));
      const first = JSON.parse(wanted(name).toString("utf8"));
      expect(withoutFile(again)).toEqual(withoutFile(first));
    },
  );

  describe.skipIf(browserPath === undefined)("on screen", () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    it.each(examples.flatMap(({ name }) => (["zh", "en"] as const).map((language) => ({ name, language }))))(
      "are the numbers of results.json: $name, $language",
      async ({ name, language }) => {
        const { id } = await programmeNamed(client, name);
        await resultsOf(client, id);
        const screen = await openScreen(browser, product, { language, width: 1440, theme: "light" });
        onTestFinished(() => screen.close());
        await enter(screen, product, accountOf(product));
        await screen.page.goto(`/programmes/${id}`);
        await screen.page.getByRole("figure").first().waitFor();
        const results = JSON.parse(wanted(name).toString("utf8")) as Results;

        const shown = await keyNumbersOn(screen.page);
        const summary = summaryNumbers(results, language);
        expect(shown.map(({ name: label, value }) => [label, value])).toEqual(
          summary.map(({ name: label, value }) => [label, value]),
        );
        expect(shown.map(({ detail }) => detail)).toEqual(
          summary.map(({ interval, n }) => expect.stringMatching(new RegExp(`^.${interval}.*n = ${n}$`))),
        );
        const [figures = [], targets = []] = await tablesIn(screen.page, "key-figures");
        expect(figures.map(([, value, drawn, n]) => [value, drawn, n])).toEqual(keyFigureRows(results));
        expect(targets.map(([, target, baseline, value, , due]) => [target, baseline, value, due])).toEqual(
          targetRows(results),
        );
        const [dimensions = []] = await tablesIn(screen.page, "dimensions");
        expect(dimensions).toEqual(dimensionRows(results, language));
        expectQuiet(screen);
      },
    );
  });

  function wanted(name: string): Buffer {
    const results = byCommandLine.get(name);
    if (results === undefined) throw new Error(`the command line was not asked for ${name}`);
    return results;
  }
});

function unpack(archive: Buffer, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(archive))) {
    const place = join(folder, name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
}

/** All but what is said of the file itself: the product writes the answers in its own way. */
function withoutFile(results: { readonly data: Record<string, unknown> }) {
  const { file: _file, bytes: _bytes, sha256: _sha256, ...data } = results.data;
  return { ...results, data };
}
