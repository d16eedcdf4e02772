import type { Language } from "@manyi/analysis/results/text-in";
import type { Cell, Column, Row, Table } from "../document/table.ts";
import { messagesIn } from "../messages/messages.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { renderIntervalBar } from "./render-interval-bar.ts";

/** A table in a box of its own that scrolls sideways where the screen is narrow; the keyboard can reach it. */
export function renderTable(table: Table, id: string, language: Language): Markup {
  const { page } = messagesIn(language);
  const notes = table.notes.map((note) => html`<p class="table-note">${note}</p>`);
  const headings = table.columns.map((column) => html`<th scope="col" class="${column.role}">${column.heading}</th>`);
  return html`<div class="table-block">
<div class="scroll" role="group" tabindex="0" aria-label="${page.scrollable(table.caption)}">
<table id="${id}"><caption><span>${table.caption}</span></caption>
<thead><tr>${headings}</tr></thead>
<tbody>${table.rows.map((row) => renderRow(row, table.columns))}</tbody>
</table></div>${notes}</div>`;
}

function renderRow(row: Row, columns: readonly Column[]): Markup {
  const cells = row.cells.map((cell, index) => renderCell(cell, columns[index]?.role ?? "text"));
  return row.kind === "plain" ? html`<tr>${cells}</tr>` : html`<tr class="${row.kind}-row">${cells}</tr>`;
}

function renderCell(cell: Cell, role: Column["role"]): Markup {
  const content = cell.kind === "bar" ? renderIntervalBar(cell) : html`${cell.text}`;
  const kind = cell.kind === "missing" ? "missing " : "";
  const title = cell.kind === "text" && cell.full !== null ? html` title="${cell.full}"` : nothing;
  return role === "name"
    ? html`<th scope="row" class="${kind}${role}"${title}>${content}</th>`
    : html`<td class="${kind}${role}"${title}>${content}</td>`;
}
