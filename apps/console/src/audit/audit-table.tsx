import type { AuditEntry } from "@manyi/contract/organisation/audit";
import { TableBox } from "../controls/table-box.tsx";
import { minute } from "../format/date.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { actionText, detailLines, objectText } from "./entry-text.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { useNames } from "./use-names.ts";

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly onActor: (id: string) => void;
}

export function AuditTable({ entries, onActor }: AuditTableProps) {
  const words = useMessages({ zh, en });
  const { timeZone } = useSession().organisation;
  const of = { words, language: useLanguage(), names: useNames() };
  return (
    <TableBox label={words.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.object}</th>
            <th scope="col">{words.details}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="nowrap">{minute(entry.at, timeZone)}</td>
              <td>
                <Actor actor={entry.actor} onActor={onActor} />
              </td>
              <td>
                {actionText(entry.action, words)}
                {entry.outcome === "refused" ? (
                  <>
                    {" "}
                    <span className="tag bad">{words.refused}</span>
                  </>
                ) : null}
              </td>
              <td title={entry.object?.id}>{entry.object === null ? "—" : objectText(entry.object, of)}</td>
              <td className="small muted">
                {detailLines(entry.details, of).map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Actor({ actor, onActor }: { readonly actor: AuditEntry["actor"]; readonly onActor: (id: string) => void }) {
  const words = useMessages({ zh, en });
  const { id, kind, name } = actor;
  if (kind === "system") return words.system;
  const text = name ?? id ?? words.gone;
  if (id === null) return text;
  return (
    <>
      <button type="button" className="text-link" title={words.onlyThis(text)} onClick={() => onActor(id)}>
        {text}
      </button>
      {kind === "key" ? <span className="muted small"> · {words.key}</span> : null}
    </>
  );
}
