import { browserPath, launchBrowser } from "@manyi/tooling/browser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { buildConsole } from "../../build.ts";
import { expectSound } from "../../test-support/expect-sound.ts";
import { openConsole, type Screen } from "../../test-support/open-console.ts";
import { buildCollection, buildWave, type Collection, collectionId } from "../../test-support/sample-collection.ts";
import { sampleServer, switches } from "../../test-support/sample-server.ts";
import { startStandIn } from "../../test-support/stand-in-server.ts";

const screens: readonly Screen[] = [
  { language: "zh", width: 390, theme: "light" },
  { language: "zh", width: 1440, theme: "dark" },
  { language: "en", width: 390, theme: "dark" },
  { language: "en", width: 1440, theme: "light" },
];
const wide: Screen = { language: "zh", width: 1440, theme: "light" };
const design = `/programmes/${collectionId}/questionnaire`;
const inField = () => {
  const collection = buildCollection({ wave: buildWave(), responses: 27 });
  collection.versions.push(structuredClone(collection.draft));
  return collection;
};

describe.skipIf(browserPath === undefined)("the designer's way", { timeout: 120_000 }, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = (await buildConsole()).folder;
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  async function open(path: string, collection: Collection, screen: Screen = wide) {
    const server = await startStandIn(folder, sampleServer(switches({ session: "whole", collection })));
    const opened = await openConsole(browser, `${server.origin}${path}`, screen);
    onTestFinished(async () => {
      await opened.context.close();
      await server.stop();
    });
    return { ...opened, asked: server.asked };
  }

  it("leads from a template to a published questionnaire by keyboard alone", async () => {
    const collection = buildCollection();
    const { page, complaints } = await open("/new-programme", collection);
    await page.getByRole("radio").first().waitFor();
    await page.keyboard.press("Tab");
    await page.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect(await page.getByRole("radio").first().isChecked()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.value")).toBe("代理记账");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("navigation", { name: "问卷目录" }).waitFor();

    await page.getByRole("button", { name: "在第 1 页加题" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "推荐意愿（NPS）" }).waitFor();
    await page.keyboard.type("您会推荐我们吗");
    await page.getByRole("button", { name: "发布问卷" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "发布问卷" }).waitFor();
    await expectSound(page);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /年 \d+ 月/ }).waitFor();
    expect(collection.versions).toHaveLength(1);
    const texts = collection.versions[0]?.pages[0]?.questions.map(({ text }) => text.zh);
    expect(texts).toContain("您会推荐我们吗");
    expect(complaints).toEqual([]);
  });

  it.each(screens)("is sound at every place: $language, $width px, $theme", async (screen) => {
    const collection = inField();
    const { page, complaints } = await open("/new-programme", collection, screen);
    await page.getByRole("radio").first().check();
    await expectSound(page);
    const questions = collection.draft.pages.flatMap((each) => each.questions);
    const types = new Map(questions.map(({ type, code }) => [type, `question.${code}`]));
    const places = [
      "",
      ...types.values(),
      "page.p2",
      "welcome",
      "thanks",
      "languages",
      "scoring",
      "scale.satisfaction",
    ];
    for (const place of places) {
      await page.goto(new URL(place === "" ? design : `${design}?at=${place}`, page.url()).href);
      await page.locator(place === "" && screen.width < 820 ? ".outline" : ".editor-form").waitFor();
      await expectSound(page);
    }
    for (const place of ["field", "report"]) {
      await page.goto(new URL(design.replace("questionnaire", place), page.url()).href);
      await page.locator(place === "field" ? ".qr-code" : ".report-files").waitFor();
      await expectSound(page);
    }
    expect(complaints).toEqual([]);
  });

  it("shows what is typed in the preview, in the chosen language", async () => {
    const { page } = await open(design, buildCollection());
    const field = page.getByRole("textbox", { name: "题目（中文）" });
    await field.fill("满意吗");
    const preview = page.frameLocator("iframe");
    await preview.getByText("满意吗").waitFor();
    await page.getByRole("combobox", { name: "预览的语言" }).selectOption("en");
    await preview.getByText("Bookkeeping").first().waitFor();
  });

  it("goes back a word at a time and forward again, and saves by itself", async () => {
    const collection = buildCollection();
    const { page } = await open(design, collection);
    const field = page.getByRole("textbox", { name: "题目（中文）" });
    const before = await field.inputValue();
    await field.fill("");
    await field.pressSequentially("改过");
    await page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
    await expect.poll(() => collection.revision).toBeGreaterThan(1);
    expect(JSON.stringify(collection.draft)).toContain("改过");
    await page.keyboard.press("Control+z");
    expect(await field.inputValue()).toBe(before);
    await page.keyboard.press("Control+Shift+z");
    expect(await field.inputValue()).toBe("改过");
  });

  it("moves, copies and deletes questions by keys, and brings them back", async () => {
    const { page } = await open(design, buildCollection());
    const rows = page.locator(".outline-row[data-question]");
    await rows.first().waitFor();
    const names = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-question")));
    const before = await names();
    await rows.first().focus();
    await page.keyboard.press("Alt+ArrowDown");
    expect((await names())[0]).toBe(before[0]);
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(async () => (await names()).indexOf(before[0] ?? "")).toBeGreaterThan(0);
    await page.keyboard.press("Control+d");
    expect((await names()).length).toBe(before.length + 1);
    await page.locator(`.outline-row[data-question="${before[0]}"]`).focus();
    await page.keyboard.press("Delete");
    expect(await names()).not.toContain(before[0]);
    for (let steps = 0; steps < 4; steps += 1) await page.getByRole("button", { name: "撤销" }).click();
    expect(await names()).toEqual(before);
  });

  it("moves a question by dragging it", async () => {
    const { page } = await open(design, buildCollection());
    const rows = page.locator(".outline-row[data-question]");
    await rows.first().waitFor();
    const [first] = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-question")));
    await rows.first().dragTo(page.locator(".outline-page").nth(1), { targetPosition: { x: 60, y: 4 } });
    const page2 = page.locator(".outline-page").nth(1).locator("[data-question]").first();
    expect(await page2.getAttribute("data-question")).toBe(first);
  });

  it("keeps what is written while the server is away, and sends it when it is back", async () => {
    const collection = buildCollection({ saving: "away" });
    const { page } = await open(design, collection);
    await page.getByRole("textbox", { name: "题目（中文）" }).fill("断网时写的");
    await page.getByText("还没有保存，内容在这个页面里").waitFor();
    expect(collection.revision).toBe(1);
    collection.saving = "works";
    await expect.poll(() => JSON.stringify(collection.draft), { timeout: 20_000 }).toContain("断网时写的");
    await page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
  });

  it("writes nothing over what somebody else saved: theirs can be taken, mine stays", async () => {
    const collection = buildCollection();
    const { page } = await open(design, collection);
    const field = page.getByRole("textbox", { name: "题目（中文）" });
    await field.waitFor();
    collection.revision = 7;
    const theirs = structuredClone(collection.draft);
    for (const question of theirs.pages[0]?.questions ?? []) question.text = { ...question.text, zh: "对方写的" };
    collection.draft = theirs;
    await field.fill("我写的");
    await page.getByRole("button", { name: "载入对方的内容" }).click();
    await expect.poll(() => field.inputValue()).toBe("对方写的");
    await page.getByRole("button", { name: "换回我的内容" }).click();
    expect(await field.inputValue()).toBe("我写的");
    await expect.poll(() => JSON.stringify(collection.draft)).toContain("我写的");
  });

  it("saves before one goes to another page", async () => {
    const collection = buildCollection();
    const { page } = await open(design, collection);
    await page.getByRole("textbox", { name: "题目（中文）" }).fill("走之前写的");
    await page.getByRole("link", { name: /概况/ }).click();
    await page.getByRole("heading", { name: "名称与归属" }).waitFor();
    expect(JSON.stringify(collection.draft)).toContain("走之前写的");
  });

  it("marks a text that lacks a language, and leads from the finding to its field", async () => {
    const { page } = await open(design, buildCollection());
    await page.getByRole("textbox", { name: "题目（英语）" }).fill("");
    await page.getByText("缺 英语").waitFor();
    await page.getByRole("button", { name: "结束页" }).click();
    await page.getByRole("button", { name: "1 个错误" }).click();
    const findings = page.getByRole("dialog", { name: "检查结果" });
    await expectSound(page);
    await findings.getByRole("button").filter({ hasText: "错误" }).click();
    await page.getByRole("textbox", { name: "题目（英语）" }).waitFor();
    expect(await page.evaluate("document.activeElement.dataset.field")).toBe("text.en");
  });

  it("does not publish what is faulty, and says where it is", async () => {
    const { page, asked } = await open(design, buildCollection());
    await page.getByRole("textbox", { name: "题目（中文）" }).fill("");
    await page.getByRole("button", { name: "发布问卷" }).click();
    await page.getByText("下面这些改好之后就可以发布").waitFor();
    await page.getByRole("dialog").getByRole("button").filter({ hasText: "错误" }).first().click();
    expect(await page.evaluate("document.activeElement.dataset.field")).toBe("text.zh");
    expect(asked.filter((each) => each.includes("publish"))).toEqual([]);
  });

  it("sets a condition that reads as a sentence, on earlier questions only", async () => {
    const collection = buildCollection();
    const { page } = await open(design, collection);
    const rows = page.locator(".outline-row[data-question]");
    await page.getByText("它前面还没有问题").waitFor();
    await rows.last().click();
    const condition = page.getByRole("group", { name: "显示条件" });
    const remove = condition.getByRole("button", { name: "去掉条件，始终显示" });
    if ((await remove.count()) > 0) await remove.click();
    await condition.getByRole("button", { name: "设显示条件" }).click();
    await condition.getByRole("combobox", { name: "条件 1 看哪一题" }).selectOption({ index: 0 });
    await condition.getByRole("combobox", { name: "到" }).selectOption("2");
    await condition.getByText(/^当“.*”为 1–2 分时显示。$/).waitFor();
    await expectSound(page);
    await expect.poll(() => collection.draft.pages.at(-1)?.questions.at(-1)?.showIf).toMatchObject({ from: 1, to: 2 });
  });

  it("does not let codes change under which answers are kept", async () => {
    const { page } = await open(design, inField());
    const code = page.getByRole("textbox", { name: "题目代码" });
    expect(await code.getAttribute("readonly")).not.toBeNull();
    await page.getByText("已经发布过，答卷按这个代码保存").waitFor();
  });

  it("counts while answers come, and closes with a grace time", async () => {
    const collection = inField();
    const { page } = await open(`/programmes/${collectionId}/field`, collection);
    await page.locator(".live-value", { hasText: "27" }).waitFor();
    collection.responses = 28;
    await page.locator(".live-value", { hasText: "28" }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载 PNG" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("二维码-2026-年-11-月.png");
    await page.getByRole("button", { name: "结束收集" }).click();
    await page.getByRole("dialog").getByRole("radio", { name: "2 小时之内" }).check();
    await expectSound(page);
    await page.getByRole("dialog").getByRole("button", { name: "结束收集" }).click();
    await page.getByText("正在收尾", { exact: true }).waitFor();
    expect(collection.wave?.state).toBe("closing");
  });

  it("shows newer results by themselves while answers come, and stays where one reads", async () => {
    const collection = inField();
    const { page, asked } = await open(`/programmes/${collectionId}`, collection);
    await page.getByRole("figure").first().waitFor();
    await page.getByText("随答卷更新").waitFor();
    await page.getByRole("table").last().scrollIntoViewIfNeeded();
    const before = await page.evaluate("scrollY");
    await page.evaluate("window.shownFigure = document.querySelector('figure')");
    const documents = () => asked.filter((each) => each.endsWith("/report.json")).length;
    const read = documents();
    collection.responses = 28;
    await expect.poll(documents).toBe(read + 1);
    await page.getByText("28 份有效答卷").waitFor();
    expect(await page.evaluate("scrollY")).toBe(before);
    expect(await page.evaluate("document.querySelector('figure') === window.shownFigure")).toBe(true);
  });

  it("draws nothing anew but the question that is typed into", async () => {
    const collection = buildCollection();
    const [first] = collection.draft.pages;
    if (first?.questions[0] === undefined) throw new Error("the template has no question");
    const extra = Array.from({ length: 40 }, (_, index) => ({
      ...structuredClone(first.questions[0]),
      code: `x${index}`,
    }));
    // Forty copies of the same question, each under a code of its own.
    first.questions.push(...(extra as typeof first.questions));
    const { page } = await open(design, collection);
    const field = page.getByRole("textbox", { name: "题目（中文）" });
    await field.focus();
    await page.evaluate(changesOutside);
    await field.pressSequentially("一二三四五");
    expect(await page.evaluate("window.changedRows.size")).toBe(1);
  });
});

/** Notes which rows of the outline the browser had to change. */
const changesOutside = `
window.changedRows = new Set();
new MutationObserver((changes) => {
  for (const { target } of changes) {
    const row = (target.nodeType === 1 ? target : target.parentElement)?.closest(".outline-row[data-question]");
    if (row) window.changedRows.add(row.dataset.question);
  }
}).observe(document.querySelector(".outline"), { subtree: true, childList: true, characterData: true, attributes: true });
`;
