import type { Section } from "@manyi/reports/document/report-document";
import { useEffect, useState } from "react";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** The way through a report: a rail that knows where one is; on a phone a list to choose from. */
export function Contents({ sections }: { readonly sections: readonly Section[] }) {
  const words = useMessages({ zh, en });
  const here = useSectionInSight(sections);
  return (
    <>
      <nav className="rail screen-only" aria-label={words.contents}>
        <ol>
          {sections.map(({ anchor, number, heading }) => (
            <li key={anchor}>
              <a href={`#${anchor}`} aria-current={anchor === here ? "location" : undefined}>
                <span className="section-number">{number}</span>
                {heading}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="contents-choice screen-only">
        <select
          className="input"
          aria-label={words.contents}
          value={here}
          onChange={(event) => goTo(event.target.value)}
        >
          {sections.map(({ anchor, number, heading }) => (
            <option key={anchor} value={anchor}>
              {number} {heading}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

/** Brings a section to the top and the focus to its heading. */
function goTo(anchor: string): void {
  document.getElementById(anchor)?.scrollIntoView();
  document.getElementById(`${anchor}-heading`)?.focus({ preventScroll: true });
}

/** Anchor of the section whose beginning was passed last. */
function useSectionInSight(sections: readonly Section[]): string {
  const first = sections[0]?.anchor ?? "";
  const [here, setHere] = useState(first);
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight * 0.3;
      const passed = sections.filter(({ anchor }) => {
        const top = document.getElementById(anchor)?.getBoundingClientRect().top;
        return top !== undefined && top < line;
      });
      setHere(passed.at(-1)?.anchor ?? first);
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, [sections, first]);
  return here;
}
