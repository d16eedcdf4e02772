import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { launchBrowser } from "@manyi/tooling/browser";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { buildRespondent } from "../build.ts";
import { openPages } from "../src/open-pages.ts";
import { sampleQuestionnaire } from "./sample-questionnaire.ts";
import type { StandIn } from "./stand-in.ts";
import { startStandIn } from "./stand-in-server.ts";

export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly standIn: StandIn;
}

interface Wanted extends BrowserContextOptions {
  readonly questionnaire?: Questionnaire;
  readonly language?: "zh" | "en";
  readonly before?: (context: BrowserContext, standIn: StandIn) => Promise<void>;
}

/** For a file of tests: a browser, and whatever it complained of at the end of each test. */
export function respondents() {
  let browser: Browser;
  const open: { phone: Phone; complaints: string[] }[] = [];
  beforeAll(async () => {
    await buildRespondent();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const complaints = open.flatMap((one) => one.complaints);
    for (const { phone } of open.splice(0)) {
      await phone.context.close();
      await phone.standIn.stop();
    }
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });
  /** A phone on the first page, with the runtime in charge where scripts run. */
  const openPhone = async ({
    questionnaire = sampleQuestionnaire,
    language = "en",
    before,
    ...options
  }: Wanted = {}) => {
    const standIn = await startStandIn(questionnaire, await openPages());
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
    await before?.(context, standIn);
    const phone: Phone = { context, page: await context.newPage(), standIn };
    phone.page.setDefaultTimeout(8_000);
    const complaints: string[] = [];
    open.push({ phone, complaints });
    context.on("weberror", (error) => complaints.push(String(error.error())));
    context.on("console", (message) => {
      const expected = message.text().startsWith("Failed to load resource");
      if (!expected && ["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    await visit(phone, `${standIn.address}?lang=${language}`, options.javaScriptEnabled === false ? "plain" : "ready");
    return phone;
  };
  return { openPhone };
}

export async function visit({ page }: Pick<Phone, "page">, address: string, wait: "plain" | "ready" = "ready") {
  await page.goto(address);
  if (wait === "ready") await page.waitForSelector("[data-ready]");
}

/** Turns the page, as a thumb does: not faster than one can see. */
export async function next({ page }: Pick<Phone, "page">): Promise<void> {
  await page.waitForTimeout(360);
  await page.locator("button.primary").click();
}

/** Answers the sample questionnaire up to its last page, English. */
export async function answerToLastPage(phone: Phone): Promise<void> {
  const { page } = phone;
  await page.getByRole("radio", { name: "Satisfied", exact: true }).check();
  await next(phone);
  for (const row of ["Speed of replies", "Clear words"]) {
    await page.getByRole("radiogroup", { name: row }).getByRole("radio", { name: "5 Very satisfied" }).check();
  }
  await next(phone);
  await page.getByRole("checkbox", { name: "WeChat" }).check();
  await next(phone);
  await page.getByRole("radio", { name: "9", exact: true }).check();
}
