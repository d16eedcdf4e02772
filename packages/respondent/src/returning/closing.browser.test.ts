import { browserPath } from "@manyi/tooling/browser";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { forbidStorage } from "../../test-support/forbid-storage.ts";
import { answerToLastPage, next, type Phone, respondents, visit } from "../../test-support/open-respondent.ts";

const satisfied = (page: Page) => page.getByRole("radio", { name: "Satisfied", exact: true });
const closedHeading = (page: Page) => page.getByRole("heading", { name: "This survey is closed" });

/** The link, opened anew on the same device. */
async function openAgain({ context, standIn }: Phone): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto(`${standIn.address}?lang=en`);
  return page;
}

/** Everything is answered, and sending fails. */
async function sentInVain(phone: Phone, trouble: "cut" | "cut-after"): Promise<void> {
  const { page, standIn } = phone;
  await answerToLastPage(phone);
  standIn.trouble = (method) => (method === "POST" ? trouble : null);
  await next(phone);
  await page.getByText("Not sent yet").waitFor();
  await page.close();
  standIn.trouble = () => null;
}

describe.skipIf(browserPath === undefined)("a survey that is closing", () => {
  const { openPhone } = respondents();

  it("takes nobody in who has not begun, and says so at once", async () => {
    const { page, standIn, context } = await openPhone();
    await page.close();
    standIn.wave = "closing";
    const later = await openAgain({ page, standIn, context });
    await closedHeading(later).waitFor();
    await later.waitForLoadState("networkidle");
    expect(new URL(later.url()).search).toBe("?lang=en");
    expect(await later.locator("form").count()).toBe(0);
    await visit({ page: later }, `${standIn.address}?lang=en&continue=1`);
    await closedHeading(later).waitFor();
    expect(await later.locator("form").count()).toBe(0);
  });

  it("leads on whoever has begun on the device, without asking, up to the receipt", async () => {
    const phone = await openPhone();
    await satisfied(phone.page).check();
    await next(phone);
    await phone.page.getByText("Page 2 of 4").waitFor();
    await phone.page.close();
    phone.standIn.wave = "closing";
    const later = { ...phone, page: await openAgain(phone) };
    await later.page.getByText("Page 2 of 4").waitFor();
    await later.page.getByText("You can still finish what you have begun").waitFor();
    await later.page.getByRole("button", { name: "Back" }).click();
    expect(await satisfied(later.page).isChecked()).toBe(true);
    await answerToLastPage(later);
    await next(later);
    const receipt = await later.page.locator(".receipt strong").textContent();
    await later.page.reload();
    await later.page.locator(".receipt").waitFor();
    const afterwards = await openAgain(phone);
    await closedHeading(afterwards).waitFor();
    await afterwards.getByText(`Answers from this device have been received before, receipt ${receipt}.`).waitFor();
  });

  it("leads on a window whose device keeps nothing, by what the server has", async () => {
    const phone = await openPhone({ before: forbidStorage });
    const { page, standIn } = phone;
    await satisfied(page).check();
    await next(phone);
    await page.getByText("Saved", { exact: true }).waitFor();
    standIn.wave = "closing";
    await page.reload();
    await page.getByText("Page 2 of 4").waitFor();
    expect(new URL(page.url()).searchParams.get("continue")).toBe("1");
  });

  it("says without a script what those who have begun can do", async () => {
    const { page, standIn } = await openPhone({ javaScriptEnabled: false });
    standIn.wave = "closing";
    await page.goto(`${standIn.address}?lang=en`);
    await page.getByText("If you have begun already").waitFor();
    expect(await page.locator("#received").isVisible()).toBe(false);
  });
});

describe.skipIf(browserPath === undefined)("a survey that is closed", () => {
  const { openPhone } = respondents();

  it("still gives the receipt for what it has received and the respondent was not told", async () => {
    const phone = await openPhone();
    await sentInVain(phone, "cut-after");
    phone.standIn.wave = "closed";
    const later = await openAgain(phone);
    await later.locator(".receipt").waitFor();
    expect(phone.standIn.received.size).toBe(1);
  });

  it("says to whoever was too late that nothing was sent, once, and keeps it on the device", async () => {
    const phone = await openPhone();
    await sentInVain(phone, "cut");
    phone.standIn.wave = "closed";
    const later = await openAgain(phone);
    await later.getByText("What you filled in was not sent; it stays on this device.").waitFor();
    expect(phone.standIn.received.size).toBe(0);
    const afterwards = await openAgain(phone);
    await closedHeading(afterwards).waitFor();
    await afterwards.waitForLoadState("networkidle");
    expect(new URL(afterwards.url()).searchParams.has("continue")).toBe(false);
    phone.standIn.wave = "open";
    await visit({ page: afterwards }, `${phone.standIn.address}?lang=en`);
    await afterwards.getByRole("button", { name: "Go on where you left off" }).waitFor();
  });
});
