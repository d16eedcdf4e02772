import { statSync } from "node:fs";
import { join } from "node:path";
import { browserPath, launchBrowser } from "@manyi/tooling/browser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { buildConsole } from "../build.ts";
import { expectSound } from "../test-support/expect-sound.ts";
import { type OpenConsole, openConsole, type Screen } from "../test-support/open-console.ts";
import { buildMember, uuid } from "../test-support/sample-organisation.ts";
import { password, type Switches, sampleServer, switches } from "../test-support/sample-server.ts";
import { startStandIn } from "../test-support/stand-in-server.ts";

const screens: readonly Screen[] = [
  { language: "zh", width: 390, theme: "light" },
  { language: "zh", width: 1440, theme: "dark" },
  { language: "en", width: 390, theme: "dark" },
  { language: "en", width: 1440, theme: "light" },
];
const wide: Screen = { language: "zh", width: 1440, theme: "light" };
const results = `/programmes/${uuid(10)}`;

describe.skipIf(browserPath === undefined)("the console", { timeout: 120_000 }, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = (await buildConsole()).folder;
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  async function open(
    path: string,
    screen: Screen,
    state: Switches,
  ): Promise<OpenConsole & { asked: readonly string[] }> {
    const server = await startStandIn(folder, sampleServer(state));
    const opened = await openConsole(browser, `${server.origin}${path}`, screen);
    onTestFinished(async () => {
      await opened.context.close();
      await server.stop();
    });
    return { ...opened, asked: server.asked };
  }

  it.each(screens)("leads from the sign-in to the PDF: $language, $width px, $theme", async (screen) => {
    const state = switches({ computing: 1 });
    const { page, complaints, requests } = await open(results, screen, state);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectSound(page);
    await signInBy(page, screen);
    await page.getByRole("figure").first().waitFor();
    expect(new URL(page.url()).pathname).toBe(results);
    await expectSound(page);

    const [beside, own] = [page.getByRole("figure").first(), page.getByRole("figure").last()];
    await beside.focus();
    await page.keyboard.press("t");
    expect(await page.evaluate("document.activeElement.id")).toBe("items-3");
    await own.focus();
    await page.keyboard.press("t");
    await own.getByRole("table").waitFor();
    await expectSound(page);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /PDF/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("满意度报告.pdf");
    expect(complaints).toEqual([]);
    expect(
      requests.filter((address) => new URL(address).hostname !== "127.0.0.1" && !address.startsWith("blob:")),
    ).toEqual([]);
  });

  it.each(screens)("shows the programmes: $language, $width px, $theme", async (screen) => {
    const { page } = await open("/programmes", screen, switches({ session: "whole" }));
    await page.getByText("63.7–65.6").waitFor();
    await expectSound(page);
  });

  it("teaches the next step where there is no programme yet", async () => {
    const { page } = await open("/programmes", wide, switches({ session: "whole", programmes: "none" }));
    await expectSound(page);
    await page.getByRole("link", { name: "新建第一个项目" }).click();
    await page.getByRole("heading", { name: "新建项目" }).waitFor();
    await expectSound(page);
  });

  it("goes the whole way by keyboard, the focus following the page", async () => {
    const { page } = await open("/", wide, switches());
    await page.getByRole("textbox", { name: "邮箱" }).waitFor();
    await page.keyboard.type("chen@example.com");
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "验证码" }).waitFor();
    await page.keyboard.type("123456");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "代理记账客户满意度" }).waitFor();
    expect(await focused(page)).toBe("项目");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("导入调查");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("新建项目");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("figure").first().waitFor();
    expect(await focused(page)).toBe("代理记账客户满意度");

    await page.keyboard.press("Control+k");
    await page.keyboard.type("成员");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "添加成员" }).waitFor();
    expect(await focused(page)).toBe("成员");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate("document.activeElement.closest('dialog') !== null")).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await focused(page)).toBe("添加成员");
  });

  it("skips to the page by the first key", async () => {
    const { page } = await open("/programmes", wide, switches({ session: "whole" }));
    await page.getByText("63.7–65.6").waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("跳到正文");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("page");
  });

  it("keeps what was typed when the session ends under it", async () => {
    const state = switches({ session: "whole" });
    const { page } = await open("/settings/members", wide, state);
    await page.getByRole("button", { name: "添加成员" }).click();
    await page.getByRole("textbox", { name: "姓名" }).fill("王芳");
    await page.getByRole("textbox", { name: "邮箱" }).fill("wang@example.com");
    state.session = "none";
    await page.getByRole("button", { name: "添加并生成链接" }).click();
    const again = page.getByRole("dialog", { name: "登录已过期" });
    await again.getByLabel("密码").fill(password);
    await again.getByRole("button", { name: "登录" }).click();
    await again.getByRole("textbox", { name: "验证码" }).fill("123456");
    await again.getByRole("button", { name: "继续" }).click();
    await again.waitFor({ state: "detached" });
    expect(await page.getByRole("textbox", { name: "姓名" }).inputValue()).toBe("王芳");
    await page.getByRole("button", { name: "添加并生成链接" }).click();
    await page.getByRole("dialog", { name: "王芳 的密码链接" }).waitFor();
  });

  it("asks before an account is disabled, and says of whom; the way there is in sight on a phone", async () => {
    const state = switches({ session: "whole", members: [buildMember()] });
    const { page, asked } = await open("/settings/members", { ...wide, width: 390 }, state);
    const more = page.getByRole("button", { name: "王芳 的更多操作" });
    await more.waitFor();
    const { x, width } = (await more.boundingBox()) ?? { x: 0, width: 1000 };
    expect(x + width).toBeLessThan(390);
    await more.click();
    await page.getByRole("button", { name: "停用账号" }).click();
    const dialog = page.getByRole("dialog", { name: "停用 王芳 的账号" });
    await dialog.getByText("wang@example.com").waitFor();
    await expectSound(page);
    expect(asked.filter((each) => each.includes("disable"))).toEqual([]);
    await dialog.getByRole("button", { name: "停用账号" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(asked.filter((each) => each.includes("disable"))).toEqual(["POST /api/members/u2/disable"]);
  });

  it.each([
    ["/settings/members", "添加成员"],
    ["/settings/units", "添加下级: 云杉集团"],
  ])("says that an authenticator is needed as a form opens: %s", async (path, button) => {
    const { page } = await open(path, wide, switches({ session: "whole", secondFactor: "missing" }));
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("dialog").getByRole("link", { name: "设置验证器" }).waitFor();
    await expectSound(page);
  });

  it("marks the programmes as the place where an import stands", async () => {
    const { page } = await open("/import", wide, switches({ session: "whole" }));
    await page.getByRole("heading", { name: "导入调查" }).waitFor();
    const place = page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "项目" });
    expect(await place.getAttribute("aria-current")).toBe("page");
  });

  it("says why a sign-in failed and keeps the address", async () => {
    const { page } = await open("/sign-in", wide, switches());
    await page.getByRole("textbox", { name: "邮箱" }).fill("chen@example.com");
    await page.getByLabel("密码").fill("wrong");
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByRole("alert").getByText("邮箱或密码不正确").waitFor();
    expect(await page.getByRole("textbox", { name: "邮箱" }).inputValue()).toBe("chen@example.com");
  });

  it.each(["https://evil.example/", "//evil.example/", "/\\evil.example"])(
    "goes nowhere else after the sign-in, wanted %s",
    async (wanted) => {
      const { page } = await open(`/sign-in?returnTo=${encodeURIComponent(wanted)}`, wide, switches());
      const origin = new URL(page.url()).origin;
      await signInBy(page, wide);
      await page.getByText("63.7–65.6").waitFor();
      expect(new URL(page.url()).href).toBe(`${origin}/programmes`);
    },
  );

  it("tells why there is no PDF, beside its button", async () => {
    const { page } = await open(results, wide, switches({ session: "whole", pdf: "unavailable" }));
    await page.getByRole("button", { name: "下载 PDF 报告" }).click();
    await page.getByRole("alert").getByText("请改用网页版报告").waitFor();
  });

  it("changes language and colours without loading the page again", async () => {
    const { page } = await open(results, wide, switches({ session: "whole" }));
    await page.getByRole("figure").first().waitFor();
    await page.evaluate("window.sameDocument = true");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("figure", { name: "Efficiency scores lowest (56.4): improve it first" }).waitFor();
    await page.getByRole("button", { name: "Account of 陈立" }).click();
    await page.getByRole("button", { name: "Dark" }).click();
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(20, 26, 24)");
    expect(await page.evaluate("window.sameDocument")).toBe(true);
    await expectSound(page);
  });

  it("loads at most 350 kB of scripts and styles for sign-in, programmes and results", async () => {
    const { page, requests } = await open("/programmes", wide, switches());
    await signInBy(page, wide);
    await page.getByRole("link", { name: "代理记账客户满意度" }).click();
    await page.getByText("64.7", { exact: true }).first().waitFor();
    const files = new Set(
      requests.map((address) => new URL(address).pathname).filter((path) => /\.(js|css)$/.test(path)),
    );
    const sizes = [...files].map((path) => statSync(join(folder, `${path}.gz`)).size);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(files.size).toBeGreaterThan(5);
    expect(kilobytes).toBeLessThanOrEqual(350);
  });

  it("sorts a table by a column of numbers and leaves the total last", async () => {
    const { page } = await open(results, wide, switches({ session: "whole" }));
    const table = page.getByRole("table", { name: "各维度得分" });
    const heading = table.getByRole("button", { name: "得分" });
    await heading.click();
    await heading.click();
    expect(await table.getByRole("rowheader").allTextContents()).toEqual([
      "办事效率",
      "价格",
      "沟通",
      "专业能力",
      "客户满意度指数（CSI）",
    ]);
  });
});

async function signInBy(page: Page, { language }: Screen): Promise<void> {
  const zh = language === "zh";
  await page.getByRole("textbox", { name: zh ? "邮箱" : "E-mail address" }).fill("chen@example.com");
  await page.getByLabel(zh ? "密码" : "Password").fill(password);
  await page.getByRole("button", { name: zh ? "登录" : "Sign in" }).click();
  await page.getByRole("textbox", { name: zh ? "验证码" : "Code" }).fill("123456");
  await page.getByRole("button", { name: zh ? "继续" : "Continue" }).click();
}

function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.textContent.trim()");
}
