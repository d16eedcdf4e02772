import { useMessages } from "../../language/use-language.ts";
import { useDraft, useEditor } from "../editor/editor-context.ts";
import { isSamePlace, type Place, placeText } from "../editor/place.ts";
import type { IssueMarks } from "../issues/issue-marks.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { IssueMark } from "./issue-mark.tsx";

type Part = "welcome" | "thanks" | "languages" | "scoring" | "scales";

interface OutlinePartsProps {
  readonly places: readonly Part[];
  readonly chosen: Place;
  readonly marks: IssueMarks;
}

/** Rows for what is no question: first screen, last screen, languages, scales, scoring. */
export function OutlineParts({ places, chosen, marks }: OutlinePartsProps) {
  const words = useMessages({ zh, en });
  const { go } = useEditor();
  const firstScale = useDraft((draft) => Object.keys(draft.scales)[0] ?? null);
  return (
    <ul className="outline-list">
      {places.map((part) => {
        const place: Place | null =
          part !== "scales" ? { kind: part } : firstScale === null ? null : { kind: "scale", code: firstScale };
        if (place === null) return null;
        const isChosen = part === "scales" ? chosen.kind === "scale" : isSamePlace(place, chosen);
        const mark = part === "scales" ? marks.of("scale.") : marks.of(placeText(place));
        return (
          <li key={part}>
            <button
              type="button"
              className="outline-row"
              aria-current={isChosen ? "true" : undefined}
              onClick={() => go(place, null)}
            >
              <span className="outline-text">{words.parts[part]}</span>
              <IssueMark mark={mark} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
