import type { Page } from "playwright-core";
import type { PreviewShow } from "../src/preview-message.ts";

/** Stands in the place of the console: a document of the same origin with the preview inside, and what it was told. */
export async function hostPreview(page: Page, origin: string): Promise<void> {
  await page.route("**/host", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>host</title><body></body>" }),
  );
  await page.goto(`${origin}/host`);
  await page.evaluate(async () => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    const frame = document.createElement("iframe");
    frame.style.cssText = "width:390px;height:800px";
    const ready = new Promise((resolve) => {
      window.addEventListener("message", (event) => {
        told.push(event.data);
        resolve(undefined);
      });
    });
    frame.src = "/respondent/preview";
    document.body.append(frame);
    await ready;
  });
}

export async function showInPreview(page: Page, message: PreviewShow): Promise<void> {
  await page.evaluate((shown) => {
    document.querySelector("iframe")?.contentWindow?.postMessage(shown, location.origin);
  }, message);
}

export function toldByPreview(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(() => ("told" in window && Array.isArray(window.told) ? window.told : []));
}
