import type { ApiKey } from "@manyi/contract/organisation/api-keys";
import { Button } from "../controls/button.tsx";
import { TableBox } from "../controls/table-box.tsx";
import { day, minute } from "../format/date.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface ApiKeyTableProps {
  readonly keys: readonly ApiKey[];
  readonly onRevoke: (apiKey: ApiKey) => void;
}

export function ApiKeyTable({ keys, onRevoke }: ApiKeyTableProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { timeZone } = useSession().organisation;
  return (
    <TableBox label={words.title}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="name">
              {words.name}
            </th>
            <th scope="col">{words.actions}</th>
            <th scope="col">{words.permissions}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.lastUsed}</th>
            <th scope="col">{words.expires}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((apiKey) => (
            <tr key={apiKey.id} className={apiKey.revokedAt === null ? undefined : "muted"}>
              <th scope="row" className="name">
                {apiKey.name}
                <br />
                <span className="mono muted small">{apiKey.prefix}…</span>
              </th>
              <td className="actions">
                {apiKey.revokedAt === null ? (
                  <Button
                    tone="quiet"
                    size="compact"
                    aria-label={words.revokeTitle(apiKey.name)}
                    onClick={() => onRevoke(apiKey)}
                  >
                    {words.revoke}
                  </Button>
                ) : (
                  <span className="tag bad">{words.revoked(day(apiKey.revokedAt, timeZone))}</span>
                )}
              </td>
              <td>
                {apiKey.permissions.map((permission) => (
                  <div key={permission}>{words.permissionNames[permission]}</div>
                ))}
              </td>
              <td>{textIn(apiKey.unitName, language)}</td>
              <td className="nowrap">
                {apiKey.lastUsedAt === null ? words.never : minute(apiKey.lastUsedAt, timeZone)}
              </td>
              <td className="nowrap">{apiKey.expiresAt === null ? words.noEnd : day(apiKey.expiresAt, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
