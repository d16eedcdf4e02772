import type { Language } from "@manyi/analysis/results/text-in";
import type { ChartSpec } from "@manyi/charts/chart-spec";
import { chartSvg } from "@manyi/charts/chart-svg";
import type { Figure } from "../document/figure.ts";
import { messagesIn } from "../messages/messages.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { renderTable } from "./render-table.ts";

/** Pictures cannot see the page's style; the families are those of the style sheet. */
const fontFamilies: Readonly<Record<Language, string>> = {
  zh: "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  en: "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
};
/** Widths that the picture is drawn in, by the width of the screen: letters keep their size on each. */
const drawn = { phone: 344, page: 720, wide: 960 } as const;

/** A chart with its words: the finding, the measure, the picture in three widths, how to read it, its numbers. The
 *  picture is an image of its own, so nothing in it can touch the page. */
export function renderFigure(figure: Figure, id: string, language: Language): Markup {
  const { page } = messagesIn(language);
  const table =
    figure.table === null
      ? nothing
      : html`<details class="figure-table"><summary>${page.tableOfFigure}</summary>${renderTable(figure.table, `${id}-table`, language)}</details>`;
  const reading = figure.reading === "" ? nothing : html`<p class="reading">${figure.reading}</p>`;
  return html`<figure id="${id}">
<figcaption><strong>${figure.title}</strong><span class="figure-subtitle">${figure.subtitle}</span></figcaption>
<picture><source media="(max-width: 720px)" srcset="${picture(figure.chart, drawn.phone, language)}"><source media="screen and (min-width: 1300px)" srcset="${picture(figure.chart, drawn.wide, language)}"><img src="${picture(figure.chart, drawn.page, language)}" alt="${figure.alternative}"></picture>
${reading}${table}</figure>`;
}

function picture(chart: ChartSpec, width: number, language: Language): string {
  const svg = chartSvg(chart, { language, width, fontFamily: fontFamilies[language] });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
