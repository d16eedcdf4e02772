import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../test-support/database.ts";
import { testInstant } from "../../test-support/job-ground.ts";
import type { MailDetails } from "./mail-details.ts";
import { queueMail } from "./queue-mail.ts";
import { writeMail } from "./write-mail.ts";

const invitation: MailDetails["invitation"] = {
  path: "/invitation?token=abc",
  organisation: "青禾账务",
  inviter: "王小明",
  validDays: "7",
};
const origin = "https://survey.example.cn";

function request(overrides: { recipient?: string; details?: Partial<MailDetails["invitation"]> }) {
  return {
    organisationId: null,
    template: "invitation",
    language: "zh",
    recipient: overrides.recipient ?? "li@example.cn",
    details: { ...invitation, ...overrides.details },
    now: testInstant,
  } as const;
}

describe("queueMail", () => {
  it("gives the queue the mail's id and nothing else", async () => {
    const { db } = await testDatabase();
    const id = await queueMail(db, request({}));
    const { rows } = await sql`select payload from graphile_worker._private_jobs`.execute(db);
    expect(rows).toEqual([{ payload: { mailId: id } }]);
  });

  it.each([
    ["line break in the recipient", { recipient: "li@example.cn\r\nBcc: all@example.cn" }],
    ["second recipient", { recipient: "li@example.cn,other@example.cn" }],
    ["name in the recipient", { recipient: "Li <li@example.cn>" }],
    ["option in place of a recipient", { recipient: "-oQ/tmp@example.cn" }],
    ["line break in a name that the subject holds", { details: { inviter: "王\r\nBcc: all@example.cn" } }],
    ["Unicode line separator", { details: { organisation: "青禾\u2028账务" } }],
    ["path that is another host", { details: { path: "//evil.example/" } }],
    ["path that is another host by a backslash", { details: { path: "/\\evil.example/" } }],
    ["whole address as a path", { details: { path: "https://evil.example/" } }],
  ])("refuses and keeps nothing of a %s (threat 41)", async (_, overrides) => {
    const { db } = await testDatabase();
    await expect(queueMail(db, request(overrides))).rejects.toMatchObject({ name: "MailRefusedError" });
    expect(await db.selectFrom("mail_message").selectAll().execute()).toEqual([]);
  });
});

describe("writeMail", () => {
  it("shows what a person wrote as text, never as markup (threat 20)", () => {
    const organisation = `<img src=x onerror="alert(1)">&'`;
    const { html, text } = writeMail(
      { template: "invitation", language: "en", details: { ...invitation, organisation } },
      origin,
    );
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;");
    expect(text).toContain(organisation);
  });

  it("fills nothing in twice: a value that looks like a place to fill stays as it is", () => {
    const details = { ...invitation, inviter: "{{link}}" };
    expect(writeMail({ template: "invitation", language: "zh", details }, origin).html).toContain("{{link}}邀请您加入");
  });

  it.each(["zh", "en"] as const)("fills every place of the layout (%s)", (language) => {
    const { html, text } = writeMail({ template: "invitation", language, details: { ...invitation } }, origin);
    expect(html).not.toContain("{{");
    expect(`${html}${text}`).not.toContain("undefined");
    expect(html).toContain(`href="${origin}/invitation?token=abc"`);
    expect(text).toContain(`${origin}/invitation?token=abc\n`);
  });

  it("refuses a row whose details were changed to hold a line break or lead elsewhere", () => {
    const broken = { ...invitation, inviter: "a\nb" };
    expect(() => writeMail({ template: "invitation", language: "zh", details: broken }, origin)).toThrow("inviter");
    const elsewhere = { ...invitation, path: "//evil.example" };
    expect(() => writeMail({ template: "invitation", language: "zh", details: elsewhere }, origin)).toThrow("path");
    expect(() => writeMail({ template: "unheard-of", language: "zh", details: {} }, origin)).toThrow("template");
  });
});
