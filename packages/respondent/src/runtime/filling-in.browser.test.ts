import { browserPath } from "@manyi/tooling/browser";
import { describe, expect, it } from "vitest";
import { answerToLastPage, next, respondents, visit } from "../../test-support/open-respondent.ts";
import { receiptOf } from "../../test-support/stand-in.ts";

describe.skipIf(browserPath === undefined)("filling in, with the runtime", () => {
  const { openPhone } = respondents();

  it("goes from the first page to the receipt without loading another document", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    await page.getByLabel("Anything else?").fill("Thanks,\nall fine");
    await next(phone);
    await page.getByText("Receipt").first().waitFor();
    const [[id, body] = ["", ""]] = Array.from(standIn.received);
    expect(JSON.parse(body)).toMatchObject({
      id,
      answers: {
        overall: 4,
        items: { speed: 5, clarity: 5 },
        channel: { options: ["wechat"] },
        recommend: 9,
        words: "Thanks,\nall fine",
      },
      version: 1,
      language: "en",
      stamp: "2026-11-22.signed",
      clock: { startedAt: expect.any(String), finishedAt: expect.any(String) },
    });
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await page.locator(".receipt strong").textContent()).toBe(receiptOf(id));
    expect(standIn.asked.filter((one) => one.startsWith("GET /s/"))).toHaveLength(1);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => !key.endsWith(":received")))).toEqual(
      [],
    );
  });

  it("keeps what was picked before the script arrived", async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { page } = await openPhone({
      javaScriptEnabled: true,
      before: async (context) => {
        await context.route("**/respondent/assets/*", async (route) => {
          const picked = context.pages()[0]?.getByRole("radio", { name: "Dissatisfied", exact: true });
          await picked?.check();
          await picked?.focus();
          arrive();
          await route.continue();
        });
      },
    });
    await arrived;
    expect(await page.getByRole("radio", { name: "Dissatisfied", exact: true }).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("value"))).toBe("2");
    await next({ page });
    await page.getByText("What went wrong?").waitFor();
  });

  it("says what is missing, with the way to it, only after an attempt", async () => {
    const phone = await openPhone();
    const { page } = phone;
    expect(await page.getByRole("alert").count()).toBe(0);
    await next(phone);
    expect(await page.getByRole("alert").textContent()).toContain(
      "Overall, how satisfied are you? Please give a rating.",
    );
    const group = page.getByRole("radiogroup");
    expect(await group.getAttribute("aria-invalid")).toBe("true");
    const described = await group.getAttribute("aria-describedby");
    expect(await page.locator(`[id="${described}"]`).textContent()).toBe("Please give a rating.");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("f-overall");
    await page.getByRole("radio", { name: "Neutral" }).check();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("goes back by the browser's own button, and finds the answers", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await page.getByRole("radio", { name: "Satisfied", exact: true }).check();
    await next(phone);
    await page.getByText("Page 2 of 4").waitFor();
    await page.goBack();
    await page.getByText("Page 1 of 4").waitFor();
    expect(await page.getByRole("radio", { name: "Satisfied", exact: true }).isChecked()).toBe(true);
    await page.goForward();
    await page.getByText("Page 2 of 4").waitFor();
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByText("Page 1 of 4").waitFor();
    expect(standIn.asked.filter((one) => one.startsWith("GET /s/"))).toHaveLength(1);
  });

  it("asks what a low rating leads to, and sends nothing of it once it is hidden again", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await page.getByRole("radio", { name: "Very dissatisfied" }).check();
    await next(phone);
    await page.getByLabel("What went wrong?").fill("Nobody answered");
    await page.getByRole("button", { name: "Back" }).click();
    await answerToLastPage(phone);
    await next(phone);
    await page.locator(".receipt").waitFor();
    expect(JSON.parse(standIn.posted[0] ?? "").answers).not.toHaveProperty("reason");
  });

  it("lets “none of these” stand alone, and a state in the place of options", async () => {
    const phone = await openPhone();
    const { page } = phone;
    await page.getByRole("radio", { name: "Satisfied", exact: true }).check();
    await next(phone);
    for (const radio of await page.getByRole("radio", { name: "Not applicable" }).all()) await radio.check();
    await next(phone);
    const box = (name: string) => page.getByRole("checkbox", { name });
    await box("Telephone").check();
    await box("None of these").check();
    expect(await box("Telephone").isChecked()).toBe(false);
    await box("A visit").check();
    expect(await box("None of these").isChecked()).toBe(false);
    await box("Other").check();
    await next(phone);
    expect(await page.getByRole("alert").textContent()).toContain("Please say what you mean by “other”.");
    await page.getByRole("textbox", { name: "Other: Please say which" }).first().fill("fax");
    await page.getByRole("radio", { name: "General taxpayer" }).check();
    await page.getByRole("button", { name: "Clear choice" }).click();
    expect(await page.getByRole("radio", { name: "General taxpayer" }).isChecked()).toBe(false);
    await next(phone);
    await page.getByText("How likely are you to recommend us?").waitFor();
  });

  it("sends once, however often the button is pressed", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    await page.waitForTimeout(360);
    await page.locator("button.primary").click({ clickCount: 4 });
    await page.locator(".receipt").waitFor();
    expect(standIn.posted).toHaveLength(1);
  });

  it("does not pass a page that a bouncing finger pressed twice", async () => {
    const phone = await openPhone();
    const { page } = phone;
    await answerToLastPage(phone);
    await page.getByRole("button", { name: "Back" }).click();
    await page.waitForTimeout(360);
    await page.goBack();
    await page.getByText("Page 2 of 4").waitFor();
    await page.waitForTimeout(360);
    await page.locator("button.primary").dblclick();
    await page.getByText("Page 3 of 4").waitFor();
  });

  it("goes on in another language with everything that was answered", async () => {
    const phone = await openPhone();
    const { page } = phone;
    await page.getByRole("radio", { name: "Satisfied", exact: true }).check();
    await next(phone);
    await page.getByRole("link", { name: "中文" }).click();
    await page.getByText("第 2 页，共 4 页").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh");
    await page.getByRole("button", { name: "上一页" }).click();
    expect(await page.getByRole("radio", { name: "比较满意" }).isChecked()).toBe(true);
  });

  it("goes the whole way by keyboard", async () => {
    const phone = await openPhone();
    const { page } = phone;
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 40; i += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
        await press("Tab");
      }
      throw new Error(`the keyboard does not reach ${selector}`);
    };
    await tabTo("#f-overall");
    await press("Space", "ArrowDown", "ArrowDown", "ArrowDown");
    expect(await page.getByRole("radio", { name: "Satisfied", exact: true }).isChecked()).toBe(true);
    await tabTo("button.primary");
    await page.waitForTimeout(360);
    await press("Enter");
    await page.getByText("Page 2 of 4").waitFor();
    for (const row of ["speed", "clarity"]) {
      await tabTo(`[id="f-items.${row}"]`);
      await press("Space", "ArrowRight");
    }
    await tabTo("button.primary");
    await page.waitForTimeout(360);
    await press("Enter");
    await tabTo("#f-channel");
    await press("Space");
    await tabTo("button.primary");
    await page.waitForTimeout(360);
    await press("Enter");
    await tabTo("#f-recommend");
    await press("Space", "ArrowLeft");
    await tabTo("button.primary");
    await page.waitForTimeout(360);
    await press("Enter");
    await page.locator(".receipt").waitFor();
    expect(JSON.parse(phone.standIn.posted[0] ?? "").answers).toMatchObject({
      items: { speed: 2, clarity: 2 },
      recommend: 10,
    });
  });

  it("tells whoever comes back that something was received from this device, and begins anew", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    await next(phone);
    const receipt = (await page.locator(".receipt strong").textContent()) ?? "";
    await page.reload();
    await page.waitForSelector("[data-ready]");
    expect(await page.locator(".receipt strong").textContent()).toBe(receipt);
    const second = await phone.context.newPage();
    await visit({ page: second }, `${standIn.address}?lang=en`);
    expect(await second.locator(".note").textContent()).toContain(receipt);
    expect(await second.getByRole("radio", { name: "Satisfied", exact: true }).isChecked()).toBe(false);
  });
});
