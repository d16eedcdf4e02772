import type { Browser, BrowserContext, Page } from "playwright-core";

export interface Screen {
  readonly language: "zh" | "en";
  readonly width: number;
  readonly theme: "light" | "dark";
}

export interface OpenConsole {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors and warnings of the browser, such as a breach of the content policy. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for, of whatever origin. */
  readonly requests: readonly string[];
}

/** A browser window on the console. */
export async function openConsole(browser: Browser, address: string, screen: Screen): Promise<OpenConsole> {
  const { language, width, theme } = screen;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme: theme,
  });
  const page = await context.newPage();
  // Shorter than a test's, so that what hangs says where.
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // The browser says so of every 401; the console asks to find out.
    const expected = message.text().startsWith("Failed to load resource");
    if (!expected && ["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(address);
  return { context, page, complaints, requests };
}
