import type { StudyImport } from "@manyi/contract/study/imports";

/** What stands in the way, each with its file and line; nothing where there is nothing. */
export function IssueList({ title, issues }: { readonly title: string; readonly issues: StudyImport["issues"] }) {
  if (issues.length === 0) return null;
  return (
    <section className="issues">
      <h2>{title}</h2>
      <ol>
        {issues.map(({ file, line, text }) => (
          <li key={`${file}:${line ?? ""}:${text}`}>
            <span className="mono muted">{line === null ? file : `${file}:${line}`}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
