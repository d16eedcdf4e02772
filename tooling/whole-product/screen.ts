/** A browser window on the product, and what must hold of whatever it shows. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { Account } from "../product/account.ts";
import type { Product } from "./start-product.ts";
import { type Language, words } from "./words.ts";

export interface Screen {
  readonly language: Language;
  readonly width: number;
  readonly theme: "light" | "dark";
}

export interface OpenScreen {
  readonly page: Page;
  /** Errors and warnings of the browser, breaches of the content policy among them. */
  readonly complaints: readonly string[];
  /** Requests to anybody but the product. */
  readonly foreign: readonly string[];
  close(): Promise<void>;
}

/** Each with each of the others' values at least once. */
export const screens: readonly Screen[] = [
  { language: "zh", width: 390, theme: "dark" },
  { language: "zh", width: 1440, theme: "light" },
  { language: "en", width: 390, theme: "light" },
  { language: "en", width: 1440, theme: "dark" },
];

export async function openScreen(browser: Browser, product: Product, screen: Screen): Promise<OpenScreen> {
  const { language, width, theme } = screen;
  const context = await browser.newContext({
    baseURL: product.origin,
    viewport: { width, height: 900 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme: theme,
  });
  const complaints: string[] = [];
  const foreign: string[] = [];
  listen(context, product, complaints, foreign);
  await context.addInitScript(
    'addEventListener("securitypolicyviolation", (event) => console.error("policy", event.violatedDirective, event.blockedURI))',
  );
  const page = await context.newPage();
  // Shorter than a test's, so that what hangs says where.
  page.setDefaultTimeout(20_000);
  return { page, complaints, foreign, close: () => context.close() };
}

function listen(context: BrowserContext, { origin }: Product, complaints: string[], foreign: string[]): void {
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== "data:" && asked !== origin) foreign.push(request.url());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    // The page asks whether somebody is signed in; that nobody is, the browser calls an error.
    const expected = message.text().includes("401") && message.location().url === `${origin}/api/session`;
    if (!expected && ["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
}

/** Puts the session into the window as if it had been there before. */
export async function enter({ page }: OpenScreen, { origin }: Product, { email, password }: Account): Promise<void> {
  const answer = await page.request.post("/api/session/sign-in", { data: { email, password }, headers: { origin } });
  expect(answer.status()).toBe(200);
}

/** Signs in as a person does, on the page that asks for it. */
export async function signInOn(page: Page, { email, password }: Account, language: Language): Promise<void> {
  const { signIn } = words[language];
  await page.getByRole("textbox", { name: signIn.email }).fill(email);
  await page.getByLabel(signIn.password).fill(password);
  await page.getByRole("button", { name: signIn.button }).click();
}

/** Nothing axe objects to, and no sideways scrolling of the page. */
export async function expectSound(page: Page, part?: string): Promise<void> {
  // The one frame, the preview of a questionnaire, is looked at by itself; looking for faults in frames takes a page of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude("iframe");
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const excess = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  expect(await page.evaluate(excess), page.url()).toBe(0);
}

/** After all was looked at. */
export function expectQuiet({ complaints, foreign }: OpenScreen): void {
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
}
