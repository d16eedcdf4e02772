import type { Programme } from "@manyi/contract/programme/programmes";
import { Link, useLocation } from "@tanstack/react-router";
import { count } from "../format/number.ts";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { nextStep } from "./stages.ts";

const targets = {
  publish: { to: "/programmes/$programmeId/questionnaire", ending: "/questionnaire" },
  "publish-changes": { to: "/programmes/$programmeId/questionnaire", ending: "/questionnaire" },
  share: { to: "/programmes/$programmeId/field", ending: "/field" },
  "share-more": { to: "/programmes/$programmeId/field", ending: "/field" },
  look: { to: "/programmes/$programmeId", ending: "" },
  report: { to: "/programmes/$programmeId/report", ending: "/report" },
} as const;

/** Where the page itself does not say it. */
const saidOnItsPage: ReadonlySet<string> = new Set(["publish", "share", "share-more"]);

/** What to do next, as one sentence with one button; no button where one is there already. */
export function NextStepLine({ programme }: { readonly programme: Programme }) {
  const words = useMessages({ zh, en });
  const { pathname } = useLocation();
  const step = nextStep(programme);
  if (step === null || programme.archivedAt !== null) return null;
  const { to, ending } = targets[step.kind];
  const isHere = pathname.replace(/\/$/, "") === `/programmes/${programme.id}${ending}`;
  if (isHere && !saidOnItsPage.has(step.kind)) return null;
  const sentence = words.nextSteps[step.kind]("responses" in step ? count(step.responses) : "");
  return (
    <div className="next-step screen-only">
      <p>
        <strong>{words.next}</strong> {sentence}
      </p>
      {isHere ? null : (
        <Link to={to} params={{ programmeId: programme.id }} className="button primary">
          {words.nextButtons[step.kind]}
        </Link>
      )}
    </div>
  );
}
