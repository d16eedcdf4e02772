/** A respondent with a browser: answers whatever is asked, page after page. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Screen } from "./screen.ts";

export interface Respondent {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** @param script `off`: every page is a form that is sent to the server */
export async function openRespondent(
  browser: Browser,
  { language, width, theme }: Screen,
  script: "on" | "off",
): Promise<Respondent> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme: theme,
    javaScriptEnabled: script === "on",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { page, context };
}

/** Gives an answer to everything on the page that can be rated, chosen or written.
 *  @param choice which point or option of each, from the first: 0, 1 … */
export async function answerPage(page: Page, choice: number): Promise<void> {
  const names = new Set(
    await page
      .locator("input[type=radio]")
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("name") ?? "")),
  );
  for (const name of names) {
    const answers = page.locator(`input[type=radio][name="${name}"]:not([value^="~"])`);
    const count = await answers.count();
    await answers.nth(Math.min(choice, count - 1)).check({ force: true });
  }
  const boxes = new Set(
    await page
      .locator("input[type=checkbox]")
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("name") ?? "")),
  );
  for (const name of boxes) await page.locator(`input[type=checkbox][name="${name}"]`).first().check({ force: true });
  for (const field of await page.locator("select").all()) await field.selectOption({ index: 1 });
  for (const field of await page.locator("textarea").all()) {
    if (await field.isVisible()) await field.fill("办理很快，解释清楚。<img src=x onerror=alert(1)> {{7*7}}");
  }
}

/** Where one stands: `3 / 5`. */
export async function progressOf(page: Page): Promise<{ readonly position: number; readonly pages: number }> {
  const [position = Number.NaN, pages = Number.NaN] = (await page.locator("#progress > span").first().innerText())
    .split("/")
    .map(Number);
  return { position, pages };
}
