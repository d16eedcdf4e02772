import AxeBuilder from "@axe-core/playwright";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { browserPath } from "@manyi/tooling/browser";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answerToLastPage, next, respondents } from "../../test-support/open-respondent.ts";
import { sampleQuestionnaire } from "../../test-support/sample-questionnaire.ts";

/** What axe finds, and whether the page scrolls sideways. */
async function mistakes(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return isTooWide ? [...found, "scrolls sideways"] : found;
}

/** Fields to touch that are lower than a thumb needs. */
function tooLow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>(".option, .point, button:not(.vh), select, textarea, nav a"))
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

describe.skipIf(browserPath === undefined)("every screen", () => {
  const { openPhone } = respondents();

  it.each([
    ["light", 320],
    ["dark", 390],
    ["light", 1440],
    ["dark", 1440],
  ] as const)(
    "has no fault that axe finds and fits: %s, %d px",
    async (colorScheme, width) => {
      const phone = await openPhone({ colorScheme, viewport: { width, height: 844 } });
      const { page, standIn } = phone;
      const found: string[] = [];
      const look = async (where: string) => {
        found.push(...(await mistakes(page)).map((one) => `${where}: ${one}`));
        found.push(...(await tooLow(page)).map((one) => `${where}: too low: ${one}`));
      };
      await look("first page");
      await next(phone);
      await look("with a fault");
      await page.getByRole("radio", { name: "Very dissatisfied" }).check();
      await next(phone);
      await page.getByLabel("What went wrong?").fill("x".repeat(45));
      await look("too long");
      await page.getByLabel("What went wrong?").fill("Nobody answered");
      await next(phone);
      await next(phone);
      await look("matrix with faults");
      for (const radio of await page.getByRole("radio", { name: "Not applicable" }).all()) await radio.check();
      await page.getByRole("radio", { name: "3", exact: true }).check();
      await look("stars and smileys");
      await next(phone);
      await page.getByRole("checkbox", { name: "Other" }).check();
      await next(phone);
      await look("choices with a fault");
      await page.getByRole("textbox").first().fill("fax");
      await next(phone);
      await page.getByRole("radio", { name: "10 Extremely likely" }).check();
      await look("last page");
      standIn.trouble = (method) => (method === "POST" ? "cut" : null);
      await next(phone);
      await page.getByText("Not sent yet").waitFor();
      await look("not sent yet");
      standIn.trouble = () => null;
      await page.locator(".receipt").waitFor();
      await look("received");
      expect(found).toEqual([]);
    },
    180_000,
  );

  it("shows the first question at once: on a phone nobody has to scroll to it", async () => {
    const { page } = await openPhone({ viewport: { width: 412, height: 915 } });
    const last = await page.getByRole("radio", { name: "Very satisfied" }).boundingBox();
    const bar = await page.locator(".steps").boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
  });

  it("reads sensibly", async () => {
    const phone = await openPhone();
    const { page } = phone;
    expect(await page.locator("#app").ariaSnapshot()).toBe(
      [
        "- banner:",
        "  - paragraph: Chenguang Accounting",
        '  - navigation "Language":',
        '    - link "中文":',
        "      - /url: /s/0123456789abcdefghjkmnpqrs?lang=zh",
        "- main:",
        '  - heading "Your view of our service" [level=1]',
        "  - paragraph: We would like to know how our service works for you. · about 2 minutes",
        "  - paragraph: Anonymous, and used to improve our service only.",
        "  - text: Page 1 of 4",
        '  - radiogroup "Overall, how satisfied are you? required":',
        "    - text: Overall, how satisfied are you? required",
        '    - radio "Very dissatisfied"',
        "    - text: Very dissatisfied",
        '    - radio "Dissatisfied"',
        "    - text: Dissatisfied",
        '    - radio "Neutral"',
        "    - text: Neutral",
        '    - radio "Satisfied"',
        "    - text: Satisfied",
        '    - radio "Very satisfied"',
        "    - text: Very satisfied",
        "  - status",
        '  - button "Next"',
      ].join("\n"),
    );
    await answerToLastPage(phone);
    const names = (await page.getByRole("radiogroup").ariaSnapshot()).match(/radio "[^"]+"/g);
    expect(names).toEqual(
      ["0 Not at all likely", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10 Extremely likely"].map(
        (name) => `radio "${name}"`,
      ),
    );
  });

  it("shows what others wrote as it is: markup inert, templates literal, direction and stacked marks in their box", async () => {
    const hostile =
      "<img src=x onerror=\"document.title='broken'\">{{7*7}}</script><script>document.title='broken'</script>";
    const written = `\u202eevil\u202c${"Z\u0351\u036e\u0345".repeat(60)}\u200b${"long".repeat(80)}`;
    const questionnaire: Questionnaire = {
      ...sampleQuestionnaire,
      title: { zh: hostile, en: hostile },
      welcome: { ...sampleQuestionnaire.welcome, organisation: { en: written }, purpose: { en: hostile } },
      pages: [
        {
          code: "start",
          questions: [
            {
              code: "q",
              type: "single-choice",
              text: { en: hostile },
              help: { en: written },
              options: [
                { code: "a", label: { en: written } },
                { code: "b", label: { en: hostile } },
              ],
            },
            { code: "t", type: "open-text", text: { en: written } },
          ],
        },
      ],
    };
    const phone = await openPhone({ questionnaire });
    const { page, standIn } = phone;
    expect(await page.locator("h1").textContent()).toBe(hostile);
    expect(await page.title()).toBe(hostile);
    expect(await page.locator("img").count()).toBe(0);
    expect(await mistakes(page)).toEqual([]);
    await page.getByRole("textbox").fill(hostile + written);
    await page.reload();
    await page.waitForSelector("[data-ready]");
    expect(await page.getByRole("textbox").inputValue()).toBe(hostile + written);
    await next(phone);
    await page.locator(".receipt").waitFor();
    expect(JSON.parse(standIn.posted[0] ?? "").answers.t).toBe(hostile + written);
  });

  it("asks nobody but its own server", async () => {
    const phone = await openPhone();
    const foreign: string[] = [];
    phone.page.on("request", (request) => {
      if (!request.url().startsWith(phone.standIn.origin)) foreign.push(request.url());
    });
    await phone.page.reload();
    await answerToLastPage(phone);
    expect(foreign).toEqual([]);
    expect(phone.standIn.asked.filter((one) => one.startsWith("GET /respondent"))).toHaveLength(2);
  });
});
