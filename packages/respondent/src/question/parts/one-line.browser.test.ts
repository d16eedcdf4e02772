import AxeBuilder from "@axe-core/playwright";
import { browserPath } from "@manyi/tooling/browser";
import { describe, expect, it } from "vitest";
import { askingInLines } from "../../../test-support/asking-in-lines.ts";
import { next, respondents } from "../../../test-support/open-respondent.ts";

describe.skipIf(browserPath === undefined)("questions of one line", () => {
  const { openPhone } = respondents();
  const questionnaire = askingInLines();

  it.each([true, false])("keep the same answers with scripts and without: %s", async (javaScriptEnabled) => {
    const phone = await openPhone({ questionnaire, javaScriptEnabled });
    const { page, standIn } = phone;
    await page.getByLabel("How many people?").fill("1,200");
    await page.getByLabel("Since which day?").fill("2024-03-01");
    await next(phone);
    await next(phone);
    expect(await page.getByRole("alert").first().textContent()).toContain("Please say how we can reach you.");
    await page.getByLabel("Your phone number").fill("138 0013 8000");
    await page.getByLabel("Your e-mail").fill("wang@example.cn");
    await next(phone);
    await page.locator(".receipt strong").waitFor();
    const [[, body] = ["", ""]] = Array.from(standIn.received);
    expect(JSON.parse(body).answers).toEqual({
      staff: { text: "1,200" },
      since: "2024-03-01",
      phone: "138 0013 8000",
      mail: "wang@example.cn",
    });
  });

  it("say what is wrong in words of their own, and keep what was written", async () => {
    const phone = await openPhone({ questionnaire });
    const { page } = phone;
    const staff = page.getByLabel("How many people?");
    for (const [written, fault] of [
      ["a dozen", "Please write digits only"],
      ["0", "The smallest possible number is 1."],
      ["99999", "The largest possible number is 10000."],
      ["1.5", "Please write a whole number."],
    ] as const) {
      await staff.fill(written);
      await next(phone);
      expect(await page.locator("#e-f-staff").textContent()).toContain(fault);
      expect(await staff.inputValue()).toBe(written);
    }
    await page.getByRole("checkbox", { name: "Don’t know" }).check();
    expect(await staff.inputValue()).toBe("");
    await next(phone);
    await page.getByLabel("Your e-mail").fill("wang@");
    await next(phone);
    expect(await page.locator("#e-f-mail").textContent()).toContain("not a complete e-mail address");
  });

  it("end early where a jump says so, on the end screen it names, by script and without", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const phone = await openPhone({ questionnaire, javaScriptEnabled });
      await phone.page.getByLabel("How many people?").fill("2");
      await next(phone);
      await phone.page.getByRole("heading", { name: "Thank you all the same" }).waitFor();
      expect(await phone.page.getByText("companies of three and more").count()).toBe(1);
    }
  });

  it.each(["light", "dark"] as const)("have no fault that axe finds, and room for a thumb: %s", async (colorScheme) => {
    const { page } = await openPhone({ questionnaire, colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const heights = await page
      .locator(".line input")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights.length).toBe(2);
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
  });
});
