import { drawChart } from "@manyi/charts/draw-chart";
import type { Figure } from "@manyi/reports/document/figure";
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { DrawingView } from "./drawing-view.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { TableView } from "./table-view.tsx";

interface FigureProps {
  readonly figure: Figure;
  readonly id: string;
  /** Where its numbers stand, if it has no table of its own. */
  readonly tableBeside: string | null;
}

/** Wider than this a chart only gets emptier. */
const widest = 960;

/** A chart with its words, drawn for the room it has. `T` brings the numbers: its own table in its place, or the table
 *  beside it. */
export function FigureView({ figure, id, tableBeside }: FigureProps) {
  const words = useMessages({ zh, en });
  const [shown, setShown] = useState<"chart" | "table">("chart");
  const hasNumbers = figure.table !== null || tableBeside !== null;
  const showNumbers = () => {
    if (figure.table !== null) setShown(shown === "chart" ? "table" : "chart");
    else if (tableBeside !== null) goToTable(tableBeside);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    showNumbers();
  };
  return (
    <figure
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: T belongs to the figure that has the focus
      tabIndex={0}
      aria-labelledby={`${id}-title`}
      aria-keyshortcuts={hasNumbers ? "T" : undefined}
      onKeyDown={onKeyDown}
    >
      <figcaption>
        <strong id={`${id}-title`}>{figure.title}</strong>
        <span className="figure-subtitle">{figure.subtitle}</span>
      </figcaption>
      {shown === "table" && figure.table !== null ? (
        <TableView table={figure.table} id={`${id}-table`} />
      ) : (
        <Chart figure={figure} />
      )}
      {figure.reading === "" || shown === "table" ? null : <p className="reading">{figure.reading}</p>}
      {hasNumbers ? (
        <button type="button" className="button quiet compact numbers-key screen-only" onClick={showNumbers}>
          {figure.table === null ? words.toTable : shown === "chart" ? words.asTable : words.asChart}
          <span className="key" aria-hidden="true">
            T
          </span>
        </button>
      ) : null}
    </figure>
  );
}

function goToTable(id: string): void {
  const table = document.getElementById(id);
  table?.scrollIntoView({ block: "nearest" });
  table?.focus({ preventScroll: true });
}

function Chart({ figure }: { readonly figure: Figure }) {
  const language = useLanguage();
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const drawing = useMemo(
    () => (width === null ? null : drawChart(figure.chart, language, Math.min(width, widest))),
    [figure.chart, language, width],
  );
  return (
    <div ref={room} className="chart">
      {drawing === null ? null : (
        <DrawingView
          drawing={drawing}
          alternative={figure.alternative}
          fills={figure.chart.kind === "rating-distribution" ? "scale" : "theme"}
        />
      )}
    </div>
  );
}

/** Width of an element in whole pixels, also after the window has changed; null before it stands in the page. */
function useWidth(element: React.RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    setWidth(Math.floor(measured.clientWidth));
    const observer = new ResizeObserver(() => setWidth(Math.floor(measured.clientWidth)));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
