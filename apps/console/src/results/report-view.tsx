import { keyed } from "../controls/keyed.ts";
import "./figures.css";
import "./report.css";
import type { ReportDocument, Section } from "@manyi/reports/document/report-document";
import { BlockView } from "./block-view.tsx";
import { Contents } from "./contents.tsx";

/** A report document as a page: contents at the side, sections one after another. */
export function ReportView({ document }: { readonly document: ReportDocument }) {
  return (
    <div className="report-frame" lang={document.language === "zh" ? "zh-CN" : "en"}>
      <Contents sections={document.sections} />
      <div className="report">
        <dl className="facts">
          {document.meta.slice(0, -1).map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {document.sections.map((section) => (
          <SectionView key={section.anchor} section={keyFiguresFirst(section)} level={2} />
        ))}
      </div>
    </div>
  );
}

function SectionView({ section, level }: { readonly section: Section; readonly level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  const id = `${section.anchor}-heading`;
  return (
    <section id={section.anchor} aria-labelledby={id}>
      <Heading id={id} tabIndex={-1}>
        <span className="section-number">{section.number}</span>
        {section.heading}
      </Heading>
      {keyed(section.blocks).map(({ key, item: block, index }) => (
        <BlockView
          key={key}
          block={block}
          id={`${section.anchor}-${index + 1}`}
          tableBeside={tableBeside(section, index)}
        />
      ))}
      {section.subsections.map((subsection) => (
        <SectionView key={subsection.anchor} section={subsection} level={3} />
      ))}
    </section>
  );
}

/** Id of the table that holds a figure's numbers where the figure has none of its own: the nearest one after it. */
function tableBeside({ anchor, blocks }: Section, index: number): string | null {
  const after = blocks.findIndex((block, at) => at > index && block.kind === "table");
  const found = after === -1 ? blocks.findIndex(({ kind }) => kind === "table") : after;
  return found === -1 ? null : `${anchor}-${found + 1}`;
}

/** On a screen the numbers come before what they mean: who opens the page wants to see at a glance how it stands. Cautions
 *  stay in front of both. */
function keyFiguresFirst(section: Section): Section {
  if (section.anchor !== "summary") return section;
  const rank = ({ kind }: Section["blocks"][number]) => (kind === "note" ? 0 : kind === "key-figures" ? 1 : 2);
  return { ...section, blocks: section.blocks.toSorted((one, other) => rank(one) - rank(other)) };
}
