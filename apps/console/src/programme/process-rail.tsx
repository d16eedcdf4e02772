import type { Programme } from "@manyi/contract/programme/programmes";
import { Link } from "@tanstack/react-router";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { stageText } from "./stage-text.ts";
import { type Stage, stagesOf } from "./stages.ts";

const places = {
  design: "/programmes/$programmeId/questionnaire",
  field: "/programmes/$programmeId/field",
  results: "/programmes/$programmeId",
  report: "/programmes/$programmeId/report",
} as const satisfies Record<Stage, string>;

/** The stages of the work in their order, each with its state in words. */
export function ProcessRail({ programme }: { readonly programme: Programme }) {
  const words = useMessages({ zh, en });
  return (
    <ol className="stages">
      {stagesOf(programme).map(({ stage, state, progress }) => (
        <li key={stage} className={progress}>
          <Link
            to={places[stage]}
            params={{ programmeId: programme.id }}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ "aria-current": "page" }}
          >
            <span className="stage">{words.stages[stage]}</span>
            <span className="stage-state">{stageText(state, words)}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
