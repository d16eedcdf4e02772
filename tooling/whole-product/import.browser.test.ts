import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { browserPath, launchBrowser } from "../browser.ts";
import { repositoryRoot } from "../repository/root.ts";
import { programmesOf } from "./programmes.ts";
import { enter, expectQuiet, expectSound, type OpenScreen, openScreen, type Screen } from "./screen.ts";
import { accountOf, administrator, buildPages, type Product, startProduct, temporaryFolder } from "./start-product.ts";
import { words } from "./words.ts";

describe.skipIf(browserPath === undefined)("importing in the browser", { timeout: 120_000 }, () => {
  const { folder, remove } = temporaryFolder();
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    buildPages();
    product = await startProduct(folder);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    remove();
  });

  async function openImport(screen: Screen): Promise<OpenScreen> {
    const opened = await openScreen(browser, product, screen);
    onTestFinished(() => opened.close());
    await enter(opened, product, accountOf(product));
    await opened.page.goto("/import");
    await opened.page.getByRole("heading", { level: 1, name: words[screen.language].import.title }).waitFor();
    return opened;
  }

  it("takes a study folder, leaves faulty lines out and tells which", async () => {
    const opened = await openImport({ language: "en", width: 1440, theme: "light" });
    const { page } = opened;
    const said = words.en.import;
    await page.getByLabel(said.folder, { exact: true }).and(page.locator("input")).setInputFiles(faultyStudy(folder));
    await page.getByRole("button", { name: said.upload }).click();
    await page.getByRole("radio", { name: said.leaveOut }).check();
    await expectSound(page);
    await page.getByRole("button", { name: said.run }).click();
    const rejected = page.getByRole("button", { name: said.rejected });
    await rejected.waitFor();
    await expectSound(page);
    expect(await page.getByRole("main").innerText()).toMatch(/198 responses imported.*2 lines were not imported/s);
    const [download] = await Promise.all([page.waitForEvent("download"), rejected.click()]);
    const lines = readFileSync(await download.path(), "utf8");
    expect(lines.trimEnd().split("\n").slice(1)).toEqual([
      expect.stringMatching(/^8,region,Nowhere,.+/),
      expect.stringMatching(/^100,region,Nowhere,.+/),
    ]);
    await seeResults(page, said.results);
    expectQuiet(opened);
    expect(await responsesIn(product)).toContain(198);
  });

  it("takes a CSV without study.json once the columns are explained", async () => {
    const opened = await openImport({ language: "zh", width: 390, theme: "dark" });
    const { page } = opened;
    const said = words.zh.import;
    await page.getByLabel(said.files, { exact: true }).and(page.locator("input")).setInputFiles(plainFile(folder));
    await page.getByRole("button", { name: said.upload }).click();
    await page.getByRole("heading", { name: said.mapping }).waitFor();
    await expectSound(page);
    await page.getByLabel(said.useOf("总体满意度"), { exact: true }).selectOption("overall");
    await page.getByLabel(said.useOf("城市"), { exact: true }).selectOption("segment");
    await page.getByRole("button", { name: said.check }).click();
    // A file's name is no programme's: nothing is suggested.
    await page.getByRole("textbox", { name: "项目名称" }).fill("门店满意度");
    await page.getByRole("button", { name: said.run }).click();
    await page.getByRole("link", { name: said.results }).waitFor();
    await expectSound(page);
    await seeResults(page, said.results);
    expect(await page.locator("#summary .key-figures").innerText()).toContain("总体满意度");
    expectQuiet(opened);
    expect(await responsesIn(product)).toContain(90);
  });
});

async function seeResults(page: Page, link: string): Promise<void> {
  await page.getByRole("link", { name: link }).click();
  await page.getByRole("figure").first().getByRole("img").waitFor();
}

async function responsesIn(product: Product): Promise<readonly number[]> {
  const programmes = await programmesOf(await administrator(product));
  return programmes.map(({ waves }) => waves.reduce((sum, { responses }) => sum + responses, 0));
}

/** Two hundred lines of the bookkeeping example, two of them with a region that there is not. */
function faultyStudy(folder: string): string {
  const place = join(folder, "faulty-study");
  mkdirSync(place);
  const example = join(repositoryRoot, "examples/bookkeeping");
  writeFileSync(join(place, "study.json"), readFileSync(join(example, "study.json")));
  const lines = readFileSync(join(example, "data.csv"), "utf8").split("\n").slice(0, 201);
  for (const at of [7, 99]) lines[at] = lines[at]?.replace(/"(South|East|West|North)"/, '"Nowhere"') ?? "";
  writeFileSync(join(place, "data.csv"), `${lines.join("\n")}\n`);
  return place;
}

function plainFile(folder: string): string {
  const lines = Array.from({ length: 90 }, (_, at) =>
    [at + 1, 1 + ((at * 7) % 5), 1 + ((at * 3) % 5), (at * 5) % 11, at % 2 === 0 ? "杭州" : "宁波"].join(","),
  );
  const file = join(folder, "答卷.csv");
  writeFileSync(file, `编号,总体满意度,办事效率,推荐意愿,城市\n${lines.join("\n")}\n`);
  return file;
}
