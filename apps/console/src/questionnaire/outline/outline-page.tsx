import type { Page } from "@manyi/questionnaire/definition/questionnaire";
import { memo, useState } from "react";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { readIn } from "../edit/text-edits.ts";
import { useEditor } from "../editor/editor-context.ts";
import { isSamePlace, type Place, placeText } from "../editor/place.ts";
import type { IssueMarks } from "../issues/issue-marks.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { AddQuestion } from "./add-question.tsx";
import { IssueMark } from "./issue-mark.tsx";
import { OutlineQuestion } from "./outline-question.tsx";
import { PageMenu } from "./page-menu.tsx";

interface OutlinePageProps {
  readonly page: Page;
  readonly index: number;
  /** How many pages there are. */
  readonly pages: number;
  readonly chosen: Place;
  readonly marks: IssueMarks;
  /** Code of the question that is being dragged. */
  readonly dragged: string | null;
  readonly onDrag: (code: string | null) => void;
  /** @param to the question of this page it is dropped in front of */
  readonly onDrop: (pageIndex: number, to: number) => void;
}

/** One page of the questionnaire with its questions. */
export const OutlinePage = memo(function OutlinePage(props: OutlinePageProps) {
  const { page, index, pages, chosen, marks, dragged, onDrag, onDrop } = props;
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const { go, mayEdit } = useEditor();
  const [over, setOver] = useState<number | null>(null);
  const place: Place = { kind: "page", code: page.code };
  const title = page.title === undefined ? "" : readIn(page.title, screen);
  const line = (to: number) => (dragged !== null && over === to ? <span className="drop-line" /> : null);
  return (
    <li
      className="outline-page"
      onDragOver={(event) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(indexBelow(event.currentTarget, event.clientY));
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(index, indexBelow(event.currentTarget, event.clientY));
        setOver(null);
      }}
    >
      <div className="outline-line">
        <button
          type="button"
          className="outline-row page-row"
          aria-current={isSamePlace(place, chosen) ? "true" : undefined}
          onClick={() => go(place, null)}
        >
          <span className="outline-text">
            {words.page(index + 1)}
            {title === "" ? null : <span className="muted"> {title}</span>}
          </span>
          {page.showIf === undefined ? null : <span className="tag">{words.conditional}</span>}
          <IssueMark mark={marks.of(placeText(place))} />
        </button>
        {mayEdit ? <PageMenu page={page} index={index} pages={pages} /> : null}
      </div>
      <ol className="outline-list">
        {page.questions.map((question, at) => (
          <li key={question.code}>
            {line(at)}
            <OutlineQuestion
              question={question}
              isChosen={chosen.kind === "question" && chosen.code === question.code}
              mark={marks.of(`question.${question.code}`)}
              onDrag={onDrag}
            />
          </li>
        ))}
      </ol>
      {line(page.questions.length)}
      {mayEdit ? <AddQuestion pageIndex={index} at={page.questions.length} number={index + 1} /> : null}
    </li>
  );
});

/** In front of which question of the page a point lies. */
function indexBelow(page: HTMLElement, y: number): number {
  const rows = [...page.querySelectorAll(".outline-list > li")];
  const index = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return index === -1 ? rows.length : index;
}
