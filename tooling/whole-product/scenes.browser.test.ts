import { readFileSync } from "node:fs";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { browserPath, launchBrowser } from "../browser.ts";
import type { Account } from "../product/account.ts";
import type { Client } from "../product/client.ts";
import { examples } from "./examples.ts";
import { programmeNamed, resultsOf } from "./programmes.ts";
import {
  enter,
  expectQuiet,
  expectSound,
  type OpenScreen,
  openScreen,
  type Screen,
  screens,
  signInOn,
} from "./screen.ts";
import { accountOf, administrator, buildPages, type Product, startProduct, temporaryFolder } from "./start-product.ts";
import { type Language, words } from "./words.ts";

/** Two that have nothing in common: between them every scene is seen at either width, in either language and either colours. */
const opposites: readonly Screen[] = [
  { language: "zh", width: 390, theme: "dark" },
  { language: "en", width: 1440, theme: "light" },
];

describe.skipIf(browserPath === undefined)("every scene of the product", { timeout: 120_000 }, () => {
  const { folder, remove } = temporaryFolder();
  let product: Product;
  let browser: Browser;
  let account: Account;
  let client: Client;
  let tenants: string;
  let bookkeeping: string;

  beforeAll(async () => {
    buildPages();
    product = await startProduct(folder);
    account = accountOf(product);
    browser = await launchBrowser();
    client = await administrator(product);
    const [first, second] = [
      await programmeNamed(client, examples[0].name),
      await programmeNamed(client, examples[1].name),
    ];
    [bookkeeping, tenants] = [first.id, second.id];
    await Promise.all([bookkeeping, tenants].map((id) => resultsOf(client, id)));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    remove();
  });

  async function open(screen: Screen): Promise<OpenScreen> {
    const opened = await openScreen(browser, product, screen);
    onTestFinished(() => opened.close());
    return opened;
  }

  /** What the screen changes to when one has signed in. */
  async function speak(language: Language): Promise<void> {
    expect(await client.send("PATCH", "/api/profile", { language })).toMatchObject({ kind: "done" });
  }

  it.each(screens)("leads from the sign-in to the PDF: $language, $width px, $theme", async (screen) => {
    const opened = await open(screen);
    const { page } = opened;
    const said = words[screen.language];
    await speak(screen.language);
    await page.goto("/");
    await page.getByRole("button", { name: said.signIn.button }).waitFor();
    await expectSound(page);
    await signInOn(page, account, screen.language);
    await page.getByRole("link", { name: said.bookkeeping }).waitFor();
    await expectSound(page);

    await page.getByRole("link", { name: said.tenants }).click();
    const chart = page.getByRole("figure").first();
    await chart.getByRole("img").waitFor();
    await expectSound(page);
    await chart.focus();
    await page.keyboard.press("t");
    await expectNumbersShown(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: said.pdf }).click(),
    ]);
    await expectPdf(download);
    expectQuiet(opened);
  });

  it.each(opposites)("is sound wherever else one can go: $language, $width px, $theme", async (screen) => {
    const opened = await open(screen);
    const { page } = opened;
    await enter(opened, product, account);
    const { places, import: importing } = words[screen.language];
    const addresses: readonly (readonly [string, string])[] = [
      ["/import", importing.title],
      [`/programmes/${tenants}/responses`, words[screen.language].tenants],
      [`/programmes/${tenants}/about`, words[screen.language].tenants],
      ["/settings/organisation", places.organisation],
      ["/settings/units", places.units],
      ["/settings/members", places.members],
      ["/settings/api-keys", places.apiKeys],
      ["/settings/audit", places.audit],
      ["/profile", places.profile],
    ];
    for (const [address, heading] of addresses) {
      await page.goto(address);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.waitForLoadState("networkidle");
      await expectSound(page);
    }
    expectQuiet(opened);
  });

  it("is sound in the longest report too", async () => {
    const opened = await open({ language: "zh", width: 390, theme: "light" });
    await enter(opened, product, account);
    await opened.page.goto(`/programmes/${bookkeeping}`);
    await opened.page.getByRole("figure").last().getByRole("img").waitFor();
    for (const section of ["#summary", "#key-figures", "#dimensions", "#items", "#matrix", "#drivers", "#waves"]) {
      await expectSound(opened.page, section);
    }
    expectQuiet(opened);
  });

  it("is gone through by keyboard alone", async () => {
    const opened = await open({ language: "zh", width: 1440, theme: "light" });
    const { page } = opened;
    const said = words.zh;
    await speak("zh");
    await page.goto("/");
    await page.getByRole("textbox", { name: said.signIn.email }).waitFor();
    await tabTo(page, said.signIn.email);
    await page.keyboard.type(account.email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(account.password);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: said.tenants }).waitFor();
    await tabTo(page, said.tenants);
    await page.keyboard.press("Enter");
    const chart = page.getByRole("figure").first();
    await chart.getByRole("img").waitFor();
    await tabTo(page, said.pdf);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    await expectPdf(download);
    await tabTo(page, (await chart.locator("strong").first().innerText()).trim());
    await page.keyboard.press("t");
    await expectNumbersShown(page);
    expectQuiet(opened);
  });
});

/** The keyboard is in the table that the chart's numbers stand in, or in the chart that has become one. */
async function expectNumbersShown(page: Page): Promise<void> {
  const numbers = page.locator(":focus").and(page.locator("table, figure:has(table)"));
  await numbers.waitFor();
  expect(await numbers.locator("td").count()).toBeGreaterThan(0);
}

async function expectPdf(download: Download): Promise<void> {
  const content = readFileSync(await download.path());
  expect(content.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(content.subarray(-1_024).toString("latin1")).toContain("%%EOF");
}

const MOST_STOPS = 100;

/** Presses Tab until what has the focus is called that.
 *  @throws Error naming the stops on the way if it never is */
async function tabTo(page: Page, name: string): Promise<void> {
  const stops: string[] = [];
  while (stops.length < MOST_STOPS) {
    const focused = await page.evaluate<string>(FOCUSED_NAME);
    if (focused === name) return;
    stops.push(focused);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}, but to: ${stops.join(" | ")}`);
}

/** What a page says that has the focus: its label or its text. */
const FOCUSED_NAME = `(() => {
  const element = document.activeElement;
  const labelled = element.getAttribute("aria-labelledby");
  const label = labelled === null ? element.labels?.[0] : document.getElementById(labelled);
  return (element.getAttribute("aria-label") ?? (label ?? element).textContent).trim();
})()`;
