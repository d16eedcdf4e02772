import type { Block, FindingLine, KeyNumber } from "@manyi/reports/document/block";
import { lazy, Suspense } from "react";
import { keyed } from "../controls/keyed.ts";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { Runs } from "./runs.tsx";
import { TableView } from "./table-view.tsx";

/** Charts come when the words and numbers stand already. */
const FigureView = lazy(() =>
  import("./figure-view.tsx").then(({ FigureView: component }) => ({ default: component })),
);

interface BlockProps {
  readonly block: Block;
  /** Unique in the page, for what has to be pointed at. */
  readonly id: string;
  readonly tableBeside: string | null;
}

/** One block of a report. */
export function BlockView({ block, id, tableBeside }: BlockProps) {
  const words = useMessages({ zh, en });
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case "list":
      return (
        <ul className="plain-list">
          {keyed(block.items).map(({ key, item: runs }) => (
            <li key={key}>
              <Runs runs={runs} />
            </li>
          ))}
        </ul>
      );
    case "key-figures":
      return (
        <dl className="key-figures">
          {block.figures.map((figure) => (
            <KeyNumberView key={figure.label} figure={figure} />
          ))}
        </dl>
      );
    case "findings":
      return (
        <ul className="findings">
          {block.findings.map((finding) => (
            <FindingView key={finding.text} finding={finding} />
          ))}
        </ul>
      );
    case "note":
      return (
        <div className={`report-note ${block.tone}`}>
          <p>
            <strong className="note-word">{words[block.tone]}</strong> <Runs runs={block.runs} />
          </p>
        </div>
      );
    case "definitions":
      return (
        <dl className="definitions">
          {block.entries.map(({ term, runs }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Runs runs={runs} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "formula":
      return (
        <div className="formula">
          <p className="formula-name">{block.name}</p>
          <p className="formula-line">
            <Runs runs={block.formula} />
          </p>
          <p className="formula-words">
            <Runs runs={block.words} />
          </p>
        </div>
      );
    case "table":
      return <TableView table={block.table} id={id} />;
    case "figure":
      return (
        <Suspense fallback={<div className="figure-room skeleton" />}>
          <FigureView figure={block.figure} id={id} tableBeside={tableBeside} />
        </Suspense>
      );
  }
}

function KeyNumberView({ figure }: { readonly figure: KeyNumber }) {
  return (
    <div>
      <dt>{figure.label}</dt>
      <dd className="figure-value">
        <span className="value">{figure.value}</span>{" "}
        {figure.detail === "" ? null : <span className="detail">{figure.detail}</span>}
      </dd>
      {figure.remarks.length === 0 ? null : <dd className="remark">{figure.remarks.join(" · ")}</dd>}
    </div>
  );
}

function FindingView({ finding }: { readonly finding: FindingLine }) {
  const { tone, toneWord, text, evidence } = finding;
  return (
    <li className={tone}>
      <span className="tone">{toneWord}</span>
      <p>
        {text}
        {evidence === null ? null : (
          <>
            {" "}
            <a className="evidence" href={`#${evidence.anchor}`}>
              {evidence.text}
            </a>
          </>
        )}
      </p>
    </li>
  );
}
