import type { ReportDocument, Section } from "../document/report-document.ts";
import type { Messages } from "../messages/zh.ts";
import { html, type Markup } from "./markup.ts";

/** The contents twice: a rail beside the report on a wide screen, a list to unfold on a phone. The style sheet shows
 *  one of them; neither needs a script. */
export function renderContents(document: ReportDocument, messages: Messages): Markup {
  const { contents } = messages.page;
  const entries = document.sections.map((section) => renderEntry(section));
  return html`<nav class="rail" aria-label="${contents}"><p class="rail-title">${contents}</p><ol>${entries}</ol></nav>
<nav class="drawer" aria-label="${contents}"><details><summary>${contents}</summary><ol>${entries}</ol></details></nav>`;
}

function renderEntry(section: Section): Markup {
  const inner = section.anchor === "appendix" || section.subsections.length > 1 ? section.subsections : [];
  const list = inner.length === 0 ? html`` : html`<ol>${inner.map((subsection) => renderEntry(subsection))}</ol>`;
  return html`<li><a href="#${section.anchor}"><span class="section-number">${section.number}</span>${section.heading}</a>${list}</li>`;
}
