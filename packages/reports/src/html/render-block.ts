import type { Language } from "@manyi/analysis/results/text-in";
import type { Block, FindingLine, KeyNumber } from "../document/block.ts";
import type { Run } from "../document/run.ts";
import { messagesIn } from "../messages/messages.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { renderFigure } from "./render-figure.ts";
import { renderTable } from "./render-table.ts";

/** One block. @param id unique in the page, for what has to be pointed at */
export function renderBlock(block: Block, id: string, language: Language): Markup {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${renderRuns(block.runs)}</p>`;
    case "list":
      return html`<ul class="plain-list">${block.items.map((item) => html`<li>${renderRuns(item)}</li>`)}</ul>`;
    case "key-figures":
      return html`<dl class="key-figures">${block.figures.map((figure) => renderKeyNumber(figure, language))}</dl>`;
    case "findings":
      return html`<ul class="findings">${block.findings.map(renderFinding)}</ul>`;
    case "note": {
      const word = messagesIn(language).page[block.tone];
      return html`<div class="note ${block.tone}"><p><strong class="note-word">${word}</strong> ${renderRuns(block.runs)}</p></div>`;
    }
    case "definitions": {
      const entries = block.entries.map(
        ({ term, runs }) => html`<div><dt>${term}</dt><dd>${renderRuns(runs)}</dd></div>`,
      );
      return html`<dl class="definitions">${entries}</dl>`;
    }
    case "formula":
      return html`<div class="formula"><p class="formula-name">${block.name}</p><p class="formula-line">${renderRuns(block.formula)}</p><p class="formula-words">${renderRuns(block.words)}</p></div>`;
    case "table":
      return renderTable(block.table, id, language);
    case "figure":
      return renderFigure(block.figure, id, language);
  }
}

function renderRuns(runs: readonly Run[]): readonly Markup[] {
  return runs.map(renderRun);
}

function renderRun(run: Run): Markup {
  switch (run.kind) {
    case "plain":
      return html`${run.text}`;
    case "strong":
      return html`<strong>${run.text}</strong>`;
    case "subscript":
      return html`<sub>${run.text}</sub>`;
    case "link":
      return html`<a href="#${run.anchor}">${run.text}</a>`;
  }
}

function renderKeyNumber({ label, value, detail, remarks }: KeyNumber, language: Language): Markup {
  const details = detail === "" ? nothing : html`<span class="detail">${detail}</span>`;
  const { subtitle } = messagesIn(language).common;
  const lines = remarks.length === 0 ? nothing : html`<dd class="remark">${subtitle(remarks)}</dd>`;
  return html`<div><dt>${label}</dt><dd class="figure-value"><span class="value">${value}</span> ${details}</dd>${lines}</div>`;
}

function renderFinding({ tone, toneWord, text, evidence }: FindingLine): Markup {
  const link = evidence === null ? nothing : html` <a class="evidence" href="#${evidence.anchor}">${evidence.text}</a>`;
  return html`<li class="${tone}"><span class="tone">${toneWord}</span><p>${text}${link}</p></li>`;
}
