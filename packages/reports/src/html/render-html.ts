import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ReportDocument, Section } from "../document/report-document.ts";
import { messagesIn } from "../messages/messages.ts";
import type { Messages } from "../messages/zh.ts";
import { html, Markup, nothing } from "./markup.ts";
import { renderBlock } from "./render-block.ts";
import { renderContents } from "./render-contents.ts";

const style = readFileSync(new URL("./report.css", import.meta.url), "utf8");
/** Nothing may be fetched or run; the hash lets in this style sheet and no other. */
const policy = [
  "default-src 'none'",
  "img-src data:",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A report as one HTML file that needs nothing beside it: no script, no request, pictures inside. */
export function renderHtml(document: ReportDocument): string {
  const messages = messagesIn(document.language);
  const sections = document.sections.map((section) => renderSection(section, document, 2));
  const page = html`<!doctype html>
<html lang="${document.language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Manyi">
<title>${document.title}</title>
<style>${new Markup(style)}</style>
</head>
<body id="top">
<a class="skip" href="#report">${messages.page.skip}</a>
${renderHead(document)}
<div class="frame">
${renderContents(document, messages)}
<main id="report">${sections}</main>
</div>
${renderFoot(document, messages)}
</body>
</html>
`;
  return page.source;
}

function renderHead(document: ReportDocument): Markup {
  const organisation =
    document.organisation === null ? nothing : html`<p class="organisation">${document.organisation}</p>`;
  const facts = document.meta.map(({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`);
  return html`<header class="cover">
${organisation}
<h1>${document.title}</h1>
<p class="subtitle">${document.subtitle}</p>
<dl class="facts">${facts}</dl>
</header>`;
}

function renderSection(section: Section, document: ReportDocument, level: 2 | 3): Markup {
  const number = html`<span class="section-number">${section.number}</span> ${section.heading}`;
  const id = `${section.anchor}-heading`;
  const heading = level === 2 ? html`<h2 id="${id}">${number}</h2>` : html`<h3 id="${id}">${number}</h3>`;
  const blocks = section.blocks.map((block, index) =>
    renderBlock(block, `${section.anchor}-${index + 1}`, document.language),
  );
  const subsections = section.subsections.map((subsection) => renderSection(subsection, document, 3));
  return html`<section id="${section.anchor}" aria-labelledby="${id}">${heading}${blocks}${subsections}</section>`;
}

function renderFoot(document: ReportDocument, messages: Messages): Markup {
  const product = document.meta.at(-1)?.text ?? "Manyi";
  return html`<footer class="foot">
<p>${messages.page.madeWith(product)} · ${messages.page.producedOn(document.producedOn)}</p>
<p><a href="#top">${messages.page.toTop}</a></p>
</footer>`;
}
