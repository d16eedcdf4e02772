import { browserPath } from "@manyi/tooling/browser";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { forbidStorage } from "../../test-support/forbid-storage.ts";
import { answerToLastPage, next, type Phone, respondents, visit } from "../../test-support/open-respondent.ts";
import { type StandIn, savePartial, type Trouble } from "../../test-support/stand-in.ts";

/** Gives each of the next calls of a method its trouble. */
function troubles(standIn: StandIn, method: string, ...list: readonly Trouble[]): void {
  const left = [...list];
  standIn.trouble = (asked) => (asked === method ? (left.shift() ?? null) : null);
}

const drafts = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => !key.endsWith(":received"))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? "null")),
  );

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const satisfied = (page: Page) => page.getByRole("radio", { name: "Satisfied", exact: true });

describe.skipIf(browserPath === undefined)("filling in, over a bad network", () => {
  const { openPhone } = respondents();

  it("saves page by page, and says truly where the answers are", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    troubles(standIn, "PUT", "cut", "cut");
    const keeping = page.locator(".keeping");
    expect(await keeping.textContent()).toBe("");
    await satisfied(page).check();
    expect(await keeping.textContent()).toBe("Saved on this device");
    await next(phone);
    await page.getByText("Saved on this device; no connection at the moment").waitFor();
    // Two cuts later the same saving has arrived by itself.
    await page.getByText("Saved", { exact: true }).waitFor();
    expect(Array.from(standIn.partials.values())).toMatchObject([
      { sequence: 1, answers: { overall: 4 }, page: "service" },
    ]);
  });

  it("sends through two cuts, one before and one after it was kept, and counts once", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    troubles(standIn, "POST", "cut", "cut-after");
    await next(phone);
    await page.getByText("Not sent yet").waitFor();
    expect(await page.getByText("Your answers are saved on this device.").count()).toBe(1);
    expect(await page.locator(".receipt").count()).toBe(0);
    expect(await drafts(page)).toMatchObject([{ pending: expect.stringContaining('"overall":4') }]);
    await page.locator(".receipt").waitFor();
    expect(standIn.received.size).toBe(1);
    expect(standIn.posted).toHaveLength(2);
    expect(new Set(standIn.posted).size).toBe(1);
  });

  it("waits out “too many requests” and a database that is away", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    troubles(standIn, "POST", { status: 429, code: "too-many-requests" }, { status: 503, code: "database-away" });
    await next(phone);
    await page.getByText(/^Next try in \d+ seconds?$/).waitFor();
    await page.getByRole("button", { name: "Try now" }).click();
    await page.locator(".receipt").waitFor();
    expect(standIn.received.size).toBe(1);
  });

  it("sends what waited when the page is opened again, days later or in another window", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    standIn.trouble = (method) => (method === "POST" ? "cut" : null);
    await next(phone);
    await page.getByText("Not sent yet").waitFor();
    await page.close();
    standIn.trouble = () => null;
    const again = await phone.context.newPage();
    await visit({ page: again }, `${standIn.address}?lang=en`);
    await again.locator(".receipt").waitFor();
    expect(standIn.received.size).toBe(1);
    expect(await drafts(again)).toEqual([]);
  });

  it("lets somebody else answer while one waits, and then sends both", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    standIn.trouble = (method) => (method === "POST" ? "cut" : null);
    await next(phone);
    await page.getByRole("button", { name: "Fill in another one" }).click();
    await page.getByText("Page 1 of 4").waitFor();
    await answerToLastPage(phone);
    standIn.trouble = () => null;
    await next(phone);
    await page.locator(".receipt").waitFor();
    await until(() => standIn.received.size === 2);
  });

  it("goes to the faulty page when the server refuses, keeps everything, and sends it corrected", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    const faults = [{ question: "items", row: "speed", problem: "not-on-scale" }];
    troubles(standIn, "POST", { status: 422, code: "answers-faulty", details: { faults } });
    await next(phone);
    await page.getByText("Page 2 of 4").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("Speed of replies");
    const row = page.getByRole("radiogroup", { name: "Speed of replies" });
    expect(await row.getAttribute("aria-invalid")).toBe("true");
    await row.getByRole("radio", { name: "4 Satisfied" }).check();
    for (let i = 0; i < 3; i += 1) await next(phone);
    await page.locator(".receipt").waitFor();
    expect(standIn.posted.map((body) => JSON.parse(body).answers.items)).toEqual([{ speed: 4, clarity: 5 }]);
  });

  it.each([
    ["wave-closed", "This survey is closed", "it stays on this device"],
    ["submission-differs", "Sent already, with other answers", "What you changed afterwards does not count"],
    ["version-unknown", "The answers could not be taken", "what you filled in is kept"],
    ["not-found", "This link leads nowhere any more", "it stays on this device"],
  ])("ends clearly when the server says %s", async (code, title, text) => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await answerToLastPage(phone);
    troubles(standIn, "POST", { status: code === "not-found" ? 404 : 409, code });
    await next(phone);
    await page.getByRole("heading", { name: title }).waitFor();
    expect(await page.locator("main").textContent()).toContain(text);
    expect(standIn.received.size).toBe(0);
    expect(await drafts(page)).toHaveLength(code === "submission-differs" ? 0 : 1);
  });

  it("goes on where it was after a reload, without asking", async () => {
    const phone = await openPhone();
    const { page } = phone;
    await satisfied(page).check();
    await next(phone);
    await page.getByRole("radiogroup", { name: "Clear words" }).getByRole("radio", { name: "3 Neutral" }).check();
    await page.reload();
    await page.getByText("Page 2 of 4").waitFor();
    const row = page.getByRole("radiogroup", { name: "Clear words" });
    expect(await row.getByRole("radio", { name: "3 Neutral" }).isChecked()).toBe(true);
  });

  it("asks the server after a reload where the device keeps nothing", async () => {
    const phone = await openPhone({ before: forbidStorage });
    const { page, standIn } = phone;
    await satisfied(page).check();
    await next(phone);
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.reload();
    await page.getByText("Page 2 of 4").waitFor();
    await page.getByRole("button", { name: "Back" }).click();
    expect(await satisfied(page).isChecked()).toBe(true);
    await answerToLastPage(phone);
    await next(phone);
    await page.locator(".receipt").waitFor();
    expect(standIn.received.size).toBe(1);
  });

  it("says that nothing is kept anywhere where that is so", async () => {
    const phone = await openPhone({ before: forbidStorage });
    const { page, standIn } = phone;
    standIn.trouble = () => "cut";
    await satisfied(page).check();
    await next(phone);
    await page.getByText("please leave this page open").waitFor();
  });

  it("offers what was begun before to a new visit, to go on or to start again", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await satisfied(page).check();
    await next(phone);
    await page.close();
    const second = await phone.context.newPage();
    await visit({ page: second }, `${standIn.address}?lang=en`);
    await second.getByRole("button", { name: "Go on where you left off" }).click();
    await second.getByText("Page 2 of 4").waitFor();
    await second.close();
    const third = await phone.context.newPage();
    await visit({ page: third }, `${standIn.address}?lang=en`);
    await third.getByRole("button", { name: "Start again" }).click();
    await third.getByText("Page 1 of 4").waitFor();
    expect(await satisfied(third).isChecked()).toBe(false);
    expect(await drafts(third)).toEqual([]);
  });

  it("keeps two windows with the same answers together: neither loses what was done in the other", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await satisfied(page).check();
    const other = await phone.context.newPage();
    await visit({ page: other }, `${standIn.address}?lang=en`);
    await other.getByRole("button", { name: "Go on where you left off" }).click();
    await other.getByRole("radio", { name: "Neutral" }).check();
    await page.getByText("You went on in another window.").waitFor();
    expect(await page.getByRole("radio", { name: "Neutral" }).isChecked()).toBe(true);
    await answerToLastPage({ ...phone, page: other });
    await page.getByRole("radio", { name: "Satisfied", exact: true, checked: true }).waitFor();
    await next({ page: other });
    await other.locator(".receipt").waitFor();
    // The other window shows the receipt too, and can send nothing of its own any more.
    await page.locator(".receipt").waitFor();
    expect(new Set(standIn.posted).size).toBe(1);
    expect(standIn.received.size).toBe(1);
  });

  it("takes over what was saved from another device under the same id, and loses nothing of its own", async () => {
    const phone = await openPhone();
    const { page, standIn } = phone;
    await satisfied(page).check();
    await next(phone);
    await page.getByText("Saved", { exact: true }).waitFor();
    const [[id, saved] = ["", undefined]] = Array.from(standIn.partials);
    if (saved === undefined) throw new Error("nothing was saved");
    const elsewhere = { ...saved.answers, stars: 6, items: { speed: 1 } };
    savePartial(standIn, id, { ...saved, sequence: 9, answers: elsewhere });
    for (const row of ["Speed of replies", "Clear words"]) {
      await page.getByRole("radiogroup", { name: row }).getByRole("radio", { name: "5 Very satisfied" }).check();
    }
    await next(phone);
    await page.getByText("You went on in another window.").waitFor();
    await until(() => (standIn.partials.get(id)?.sequence ?? 0) > 9);
    expect(standIn.partials.get(id)?.answers).toMatchObject({ overall: 4, stars: 6, items: { speed: 5, clarity: 5 } });
  });

  it("shows the receipt where the same answers were sent from elsewhere meanwhile", async () => {
    const phone: Phone = await openPhone();
    const { page, standIn } = phone;
    await satisfied(page).check();
    await next(phone);
    await page.getByText("Saved", { exact: true }).waitFor();
    const id = Array.from(standIn.partials.keys())[0] ?? "";
    standIn.received.set(id, JSON.stringify({ id, answers: {} }));
    for (const radio of await page.getByRole("radio", { name: "Not applicable" }).all()) await radio.check();
    await next(phone);
    await page.locator(".receipt").waitFor();
  });
});
