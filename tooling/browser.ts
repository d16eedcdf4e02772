/** The Chromium that screens are tested in. */
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { findBrowser } from "./browser/find-browser.ts";

/** The program to start, or undefined: then the tests that need it are skipped (`describe.skipIf(browserPath === undefined)`). */
export const browserPath: string | undefined = findBrowser(process.env);

/** A program that asks the network for nothing by itself, so that what a test sees of the network is the page's own doing. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless Chromium with an empty profile of its own, which goes when it is closed.
 *  @throws Error if this machine has none */
export async function launchBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error("no Chromium on this machine: see CONTRIBUTING.md");
  // Whatever the machine speaks: without a UTF-8 locale it cannot name a file in Chinese.
  const env = { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
  return chromium.launch({ executablePath: browserPath, headless: true, args: QUIET, env });
}
