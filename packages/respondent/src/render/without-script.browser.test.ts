import { browserPath } from "@manyi/tooling/browser";
import { describe, expect, it } from "vitest";
import { askingMore } from "../../test-support/asking-more.ts";
import { respondents } from "../../test-support/open-respondent.ts";
import { receiptOf } from "../../test-support/stand-in.ts";

describe.skipIf(browserPath === undefined)("filling in, without any script", () => {
  const { openPhone } = respondents();

  it("goes from the first page to the receipt", async () => {
    const { page, standIn } = await openPhone({ javaScriptEnabled: false });
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("radio", { name: "Very dissatisfied" }).check();
    await press("Next");
    await page.getByLabel("What went wrong?").fill("x".repeat(50));
    await press("Next");
    expect(await page.getByRole("alert").textContent()).toContain("there is room for 40 characters");
    expect(await page.getByLabel("What went wrong?").inputValue()).toBe("x".repeat(50));
    await page.getByLabel("What went wrong?").fill("Nobody\nanswered");
    await press("Next");
    for (const row of ["Speed of replies", "Clear words"]) {
      await page.getByRole("radiogroup", { name: row }).getByRole("radio", { name: "2 Dissatisfied" }).check();
    }
    await press("Back");
    expect(await page.getByLabel("What went wrong?").inputValue()).toBe("Nobody\nanswered");
    await press("Next");
    await press("Next");
    await page.getByRole("textbox", { name: "Other: Please say which" }).first().fill("fax");
    await page.getByRole("combobox").selectOption("Shanghai");
    await press("Next");
    await page.getByRole("radio", { name: "0 Not at all likely" }).check();
    await press("Send answers");
    const [[id, body] = ["", ""]] = Array.from(standIn.received);
    expect(JSON.parse(body).answers).toEqual({
      overall: 1,
      reason: "Nobody\nanswered",
      items: { speed: 2, clarity: 2 },
      channel: { options: ["other"], text: "fax" },
      city: { option: "sh" },
      recommend: 0,
    });
    expect(await page.locator(".receipt strong").textContent()).toBe(receiptOf(id));
  });

  it("shows what an answer brings up on its own page before it goes on, once, also where it may be skipped", async () => {
    const { page } = await openPhone({ javaScriptEnabled: false, questionnaire: askingMore() });
    await page.getByRole("radio", { name: "Very dissatisfied" }).check();
    expect(await page.getByLabel("What went wrong?").count()).toBe(0);
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await page.getByLabel("What went wrong?").waitFor();
    expect(new URL(page.url()).hash).toBe("#f-reason");
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.getByText("Page 1 of 4").waitFor();
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await page.getByText("Page 2 of 4").waitFor();
  });

  it("leads from the summary of what is missing to the field", async () => {
    const { page } = await openPhone({ javaScriptEnabled: false });
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await page.getByRole("alert").getByRole("link").click();
    expect(new URL(page.url()).hash).toBe("#f-overall");
    expect(await page.locator("#f-overall").count()).toBe(1);
  });

  it("is taken over by the script on a later page, with all that was answered", async () => {
    const { page, standIn, context } = await openPhone({ javaScriptEnabled: false });
    await page.getByRole("radio", { name: "Satisfied", exact: true }).check();
    await page.getByRole("button", { name: "Next", exact: true }).click();
    const state = await context.storageState();
    const withScript = await context.browser()?.newContext({ storageState: state });
    const later = await withScript?.newPage();
    await later?.goto(page.url());
    await later?.getByRole("button", { name: "Back" }).click();
    await later?.getByText("Page 1 of 4").waitFor();
    expect(await later?.getByRole("radio", { name: "Satisfied", exact: true }).isChecked()).toBe(true);
    expect(standIn.partials.size).toBe(1);
    await withScript?.close();
  });

  it("offers the other language as a link", async () => {
    const { page } = await openPhone({ javaScriptEnabled: false });
    await page.getByRole("link", { name: "中文" }).click();
    await page.getByRole("button", { name: "下一页", exact: true }).waitFor();
  });
});
