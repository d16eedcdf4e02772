import { keyed } from "../../controls/keyed.ts";
import { useMessages } from "../../language/use-language.ts";
import { useEditor } from "../editor/editor-context.ts";
import { spotOfIssue } from "../editor/place-of-path.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { useIssueText } from "./use-issue-text.ts";
import type { Checked } from "./use-issues.ts";

interface IssueListProps {
  readonly checked: Checked;
  readonly onGo?: () => void;
}

/** What is wrong, errors first; each leads to the place where it is mended. */
export function IssueList({ checked, onGo }: IssueListProps) {
  const words = useMessages({ zh, en });
  const { go } = useEditor();
  const text = useIssueText(checked.draft);
  const sorted = checked.issues.toSorted((one, other) => rank(one) - rank(other));
  if (sorted.length === 0) return <p className="muted">{words.noIssues}</p>;
  return (
    <ul className="check-issues">
      {keyed(sorted).map(({ key, item: issue }) => {
        const spot = spotOfIssue(checked.draft, issue);
        return (
          <li key={key} className={issue.severity}>
            <button
              type="button"
              className="issue"
              onClick={() => {
                onGo?.();
                go(spot.place, spot.field);
              }}
            >
              <span className={`tag ${issue.severity === "error" ? "bad" : ""}`}>
                {words.severities[issue.severity]}
              </span>
              <span>{text(issue)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function rank({ severity }: { readonly severity: "error" | "warning" }): number {
  return severity === "error" ? 0 : 1;
}
