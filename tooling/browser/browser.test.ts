import { describe, expect, it } from "vitest";
import { browserPath, launchBrowser } from "../browser.ts";

describe.skipIf(browserPath === undefined)("the browser for tests", () => {
  it("starts, runs a page's script and shows Chinese", async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent("<p></p><script>document.querySelector('p').textContent = '满意'</script>");
      expect(await page.textContent("p")).toBe("满意");
    } finally {
      await browser.close();
    }
  });
});
