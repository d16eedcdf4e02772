import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { browserPath, launchBrowser } from "../browser.ts";
import type { Client } from "../product/client.ts";
import { programmesOf, resultsOf } from "./programmes.ts";
import { answerPage, openRespondent, progressOf, type Respondent } from "./respondent.ts";
import { expectQuiet, expectSound, openScreen, type Screen, screens, signInOn } from "./screen.ts";
import { accountOf, administrator, buildPages, type Product, startProduct, temporaryFolder } from "./start-product.ts";
import { words } from "./words.ts";

const BOUNCE_MS = 400;

describe.skipIf(browserPath === undefined)("from a template to the report of a wave", { timeout: 240_000 }, () => {
  const { folder, remove } = temporaryFolder();
  let product: Product;
  let browser: Browser;
  let client: Client;

  beforeAll(async () => {
    buildPages();
    product = await startProduct(folder);
    browser = await launchBrowser();
    client = await administrator(product);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    remove();
  });

  it.each(screens)("$language, $width px, $theme", async (screen) => {
    expect(await client.send("PATCH", "/api/profile", { language: screen.language })).toMatchObject({ kind: "done" });
    const staff = await openScreen(browser, product, screen);
    onTestFinished(() => staff.close());
    const { page } = staff;
    const said = words[screen.language].firstWave;
    const name = `${said.programme} ${screen.width}`;

    await page.goto("/");
    await signInOn(page, accountOf(product), screen.language);
    await page.getByRole("link", { name: said.newProgramme }).first().click();
    await page.getByRole("radio", { name: said.template }).check();
    await page.getByRole("textbox", { name: said.name }).fill(name);
    await expectSound(page);
    await page.getByRole("button", { name: said.create }).click();

    await editFirstQuestion(page, screen);
    await page.getByRole("button", { name: said.publish }).click();
    await page.getByRole("button", { name: said.publishNow }).click();
    const address = await page.getByRole("link", { name: said.tryIt }).getAttribute("href");
    await expectSound(page);

    const receipts = [
      await answerWithScript(screen, address ?? "", said),
      await answerWithoutScript(screen, address ?? "", said),
      await answerThroughCuts(screen, address ?? "", said),
    ];
    expect(new Set(receipts).size).toBe(3);
    await page.locator(".live-count").getByText("3", { exact: true }).first().waitFor();

    const programme = (await programmesOf(client)).find((each) => Object.values(each.name).includes(name));
    if (programme === undefined) expect.fail(`${name} is not there`);
    const results = JSON.parse((await resultsOf(client, programme.id)).toString("utf8"));
    expect(results.data.respondents).toBe(3);

    await page.goto(`/programmes/${programme.id}`);
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await expectSound(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words[screen.language].pdf }).click(),
    ]);
    expect(await download.failure()).toBeNull();
    expectQuiet(staff);
  });

  type Said = (typeof words)[keyof typeof words]["firstWave"];

  async function editFirstQuestion(page: Page, { language, width }: Screen): Promise<void> {
    const said = words[language].firstWave;
    const outline = page.getByRole("navigation", { name: said.outline });
    await outline.waitFor();
    await outline.getByText(said.firstQuestion).first().click();
    const text = page.getByRole("textbox", { name: said.questionText }).first();
    await text.fill(said.newText);
    await page.getByText(said.saved, { exact: true }).waitFor();
    if (width > 1_000) {
      const preview = page.frameLocator("iframe");
      await preview.getByText(said.newText).first().waitFor();
    }
    await expectSound(page);
  }

  async function opened(screen: Screen, address: string, script: "on" | "off"): Promise<Respondent> {
    const respondent = await openRespondent(browser, screen, script);
    onTestFinished(() => respondent.context.close());
    await respondent.page.goto(address);
    return respondent;
  }

  async function answerWithScript(screen: Screen, address: string, said: Said): Promise<string> {
    const { page } = await opened(screen, address, "on");
    await page.getByText(said.newText).first().waitFor();
    await expectSound(page);
    return answerAll(page, 4, said, async () => {});
  }

  async function answerWithoutScript(screen: Screen, address: string, said: Said): Promise<string> {
    const { page } = await opened(screen, address, "off");
    return answerAll(page, 0, said, async () => {});
  }

  /** The network goes once between two pages and once just before the answers are sent. */
  async function answerThroughCuts(screen: Screen, address: string, said: Said): Promise<string> {
    const { page, context } = await opened(screen, address, "on");
    return answerAll(page, 3, said, async ({ position, pages }) => {
      await context.setOffline(position === 2 || position === pages);
      if (position === 3) await context.setOffline(false);
      if (position === pages) {
        await page.getByRole("button", { name: said.send }).click();
        await page.getByText(said.notSentYet).waitFor();
        await expectSound(page);
        await context.setOffline(false);
      }
    });
  }

  async function answerAll(
    page: Page,
    choice: number,
    said: Said,
    before: (at: { readonly position: number; readonly pages: number }) => Promise<void>,
  ): Promise<string> {
    const receipt = page.locator(".receipt strong");
    for (;;) {
      const at = await progressOf(page);
      await answerPage(page, choice);
      // An answer may bring a page more.
      const { pages } = await progressOf(page);
      // A second tap right after a page has turned is taken for a bounce of the first.
      await page.waitForTimeout(BOUNCE_MS);
      await before({ ...at, pages });
      const isLast = at.position === pages;
      const button = page.getByRole("button", { name: isLast ? said.send : said.next, exact: true });
      if (await button.isVisible()) await button.click();
      if (isLast) break;
      await page
        .locator("#progress")
        .getByText(`${at.position + 1} /`)
        .waitFor();
    }
    await receipt.waitFor();
    return receipt.innerText();
  }
});
