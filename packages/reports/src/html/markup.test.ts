import { describe, expect, it } from "vitest";
import { hostileTexts } from "../../test-support/planted-texts.ts";
import { html, nothing } from "./markup.ts";

describe("html", () => {
  it("escapes what could end an element or an attribute", () => {
    expect(html`<p title="${`a"b'c`}">${"<b>&amp;"}</p>`.source).toBe(
      `<p title="a&quot;b&#39;c">&lt;b&gt;&amp;amp;</p>`,
    );
  });

  it("takes what another template made as it is", () => {
    expect(html`<ul>${[html`<li>${"1 < 2"}</li>`, nothing]}</ul>`.source).toBe("<ul><li>1 &lt; 2</li></ul>");
  });

  it.each(hostileTexts)("leaves no markup of %j", (text) => {
    expect(html`${text}`.source).not.toMatch(/[<>"']/);
  });
});
