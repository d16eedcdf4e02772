import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { browserPath } from "@manyi/tooling/browser";
import { describe, expect, it } from "vitest";
import { respondents } from "../../test-support/open-respondent.ts";
import { hostPreview, showInPreview, toldByPreview } from "../../test-support/preview-host.ts";
import { sampleQuestionnaire } from "../../test-support/sample-questionnaire.ts";
import type { PreviewShow } from "../preview-message.ts";

const show = (overrides: Partial<PreviewShow>): PreviewShow => ({
  kind: "manyi-preview-show",
  questionnaire: sampleQuestionnaire,
  language: "en",
  page: null,
  question: null,
  theme: "light",
  ...overrides,
});

describe.skipIf(browserPath === undefined)("the preview", () => {
  const { openPhone } = respondents();

  it("shows what is posted to it, goes to the end like the real one, and sends nothing", async () => {
    const { page, standIn } = await openPhone();
    await hostPreview(page, standIn.origin);
    const before = standIn.asked.length;
    await showInPreview(page, show({}));
    const preview = page.frameLocator("iframe >> nth=0");
    await preview.getByRole("button", { name: "Next", exact: true }).click();
    await preview.getByRole("alert").waitFor();
    await preview.getByRole("radio", { name: "Satisfied", exact: true }).check();
    await preview.getByRole("button", { name: "Next", exact: true }).click();
    for (const radio of await preview.getByRole("radio", { name: "Not applicable" }).all()) await radio.check();
    await preview.getByRole("button", { name: "Next", exact: true }).click();
    await preview.getByRole("checkbox", { name: "WeChat" }).check();
    await preview.getByRole("button", { name: "Next", exact: true }).click();
    await preview.getByRole("radio", { name: "10 Extremely likely" }).check();
    await preview.getByRole("button", { name: "Send answers" }).click();
    await preview.getByText("Preview: nothing was sent.").waitFor();
    expect(standIn.asked.slice(before)).toEqual([]);
    expect(await toldByPreview(page)).toEqual([
      { kind: "manyi-preview-ready" },
      ...["service", "about", "last", "end"].map((code) => ({ kind: "manyi-preview-turned", page: code })),
    ]);
    await preview.getByRole("button", { name: "From the beginning" }).click();
    await preview.getByText("Page 1 of 4").waitFor();
  });

  it("keeps what was answered while the questionnaire is changed, as far as it still fits", async () => {
    const { page, standIn } = await openPhone();
    await hostPreview(page, standIn.origin);
    await showInPreview(page, show({ page: "about" }));
    const preview = page.frameLocator("iframe >> nth=0");
    await preview.getByRole("checkbox", { name: "WeChat" }).check();
    await preview.getByRole("radio", { name: "General taxpayer" }).check();
    const pages = sampleQuestionnaire.pages.map((one) => ({
      ...one,
      questions: one.questions.map((question) =>
        question.type === "single-choice" && question.code === "kind"
          ? { ...question, options: question.options.slice(0, 1) }
          : question,
      ),
    }));
    await showInPreview(page, show({ questionnaire: { ...sampleQuestionnaire, pages }, theme: "dark" }));
    await preview.locator('html[data-theme="dark"]').waitFor();
    expect(await preview.getByRole("checkbox", { name: "WeChat" }).isChecked()).toBe(true);
    expect(await preview.getByRole("radio", { name: "General taxpayer" }).count()).toBe(0);
  });

  it("brings the question that is asked for into sight, and leaves what is in sight alone otherwise", async () => {
    const { page, standIn } = await openPhone();
    await hostPreview(page, standIn.origin);
    const long = sampleQuestionnaire.pages.flatMap(({ questions }) => questions).filter((one) => one.type !== "matrix");
    const questions = long.map(({ showIf: _, ...question }) => question);
    const questionnaire = { ...sampleQuestionnaire, pages: [{ code: "start", questions }] };
    const last = questions.at(-1)?.code ?? "";
    await showInPreview(page, show({ questionnaire, page: "start" }));
    const asked = page.frameLocator("iframe >> nth=0").locator(`.question:has([id="t-f-${last}"])`);
    await asked.waitFor();
    const inSight = () =>
      asked.evaluate(
        (element) => element.getBoundingClientRect().top < (element.ownerDocument.defaultView?.innerHeight ?? 0),
      );
    expect(await inSight()).toBe(false);
    await showInPreview(page, show({ questionnaire, question: last }));
    await expect.poll(inSight).toBe(true);
    await showInPreview(page, show({ questionnaire }));
    expect(await inSight()).toBe(true);
  });

  it("bears a draft that has hardly begun: no texts, no pages, a scale that is not there", async () => {
    const { page, standIn } = await openPhone();
    await hostPreview(page, standIn.origin);
    const preview = page.frameLocator("iframe >> nth=0");
    const bare: Questionnaire = {
      ...sampleQuestionnaire,
      title: {},
      welcome: { organisation: {}, purpose: { en: "" }, privacy: {} },
      scales: {},
      pages: [
        {
          code: "p",
          questions: [
            { code: "a", type: "rating", scale: "missing", appearance: "smileys", text: {} },
            { code: "b", type: "matrix", scale: "missing", text: {}, rows: [] },
            { code: "c", type: "single-choice", text: {}, options: [] },
            { code: "d", type: "nps", text: { en: "Here" }, low: {}, high: {} },
          ],
        },
      ],
    };
    await showInPreview(page, show({ questionnaire: bare }));
    await preview.getByText("Here").waitFor();
    expect(await preview.getByText("No text yet").count()).toBeGreaterThan(3);
    await showInPreview(page, show({ questionnaire: { ...bare, pages: [{ code: "p", questions: [] }] } }));
    await preview.getByText("Nothing is shown on this page.").waitFor();
  });

  it("hears nobody but the console around it", async () => {
    const { page, standIn } = await openPhone();
    await hostPreview(page, standIn.origin);
    await showInPreview(page, show({ page: "start" }));
    const preview = page.frameLocator("iframe >> nth=0");
    await preview.getByText("Page 1 of 4").waitFor();
    await page.evaluate(
      async (shown) => {
        const stranger = document.createElement("iframe");
        stranger.srcdoc = `<script>parent.frames[0].postMessage(${JSON.stringify(shown)}, "*")</script>`;
        stranger.sandbox.add("allow-scripts");
        const loaded = new Promise((resolve) => {
          stranger.onload = resolve;
        });
        document.body.append(stranger);
        await loaded;
      },
      show({ language: "zh", page: "last" }),
    );
    await showInPreview(page, show({ theme: "dark" }));
    await preview.locator('html[data-theme="dark"]').waitFor();
    expect(await preview.getByText("Page 1 of 4").count()).toBe(1);
  });
});
