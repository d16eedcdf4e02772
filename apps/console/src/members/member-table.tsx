import type { Member } from "@manyi/contract/organisation/members";
import { Menu } from "../controls/menu.tsx";
import { TableBox } from "../controls/table-box.tsx";
import { minute } from "../format/date.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { roleNames } from "./role-names.ts";

type Act = (member: Member) => void;

interface MemberTableProps {
  readonly members: readonly Member[];
  readonly onChange: Act;
  readonly onDisable: Act;
  readonly onEnable: Act;
  readonly onInvite: Act;
}

/** Members with their roles and whether they can sign in. */
export function MemberTable({ members, ...acts }: MemberTableProps) {
  const words = useMessages({ zh, en });
  return (
    <TableBox label={words.title}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="name">
              {words.member}
            </th>
            <th scope="col">{words.actions}</th>
            <th scope="col">{words.roles}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.secondFactor}</th>
            <th scope="col">{words.lastSeen}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} {...acts} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function MemberRow({ member, ...acts }: Omit<MemberTableProps, "members"> & { readonly member: Member }) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { organisation } = useSession();
  const { name, email, state, secondFactor, memberships, lastSeenAt } = member;
  return (
    <tr className={state === "disabled" ? "muted" : undefined}>
      <th scope="row" className="name">
        {name}
        <br />
        <span className="muted small">{email}</span>
      </th>
      <td className="actions">
        <RowMenu member={member} {...acts} />
      </td>
      <td>
        {memberships.map(({ role, unitId, unitName }) => (
          <div key={`${role}-${unitId}`}>
            {roleNames[language][role]} <span className="muted">· {textIn(unitName, language)}</span>
          </div>
        ))}
      </td>
      <td>
        <span className={`tag ${state === "active" ? "good" : state === "disabled" ? "bad" : ""}`}>
          {words.states[state]}
        </span>
      </td>
      <td>{secondFactor ? words.yes : words.no}</td>
      <td className="nowrap">{lastSeenAt === null ? words.never : minute(lastSeenAt, organisation.timeZone)}</td>
    </tr>
  );
}

function RowMenu({
  member,
  onChange,
  onDisable,
  onEnable,
  onInvite,
}: Omit<MemberTableProps, "members"> & { readonly member: Member }) {
  const words = useMessages({ zh, en });
  const { user } = useSession();
  const items: readonly (readonly [string, Act])[] = [
    [words.changeRoles, onChange],
    ...(member.state === "disabled" ? [] : [[words.newLink, onInvite] as const]),
    ...(member.state === "disabled"
      ? [[words.enable, onEnable] as const]
      : member.id === user.id
        ? []
        : [[words.disable, onDisable] as const]),
  ];
  return (
    <div className="row-menu">
      {items.map(([text, act], index) =>
        index === 0 ? (
          <button key={text} type="button" className="button quiet compact" onClick={() => act(member)}>
            {text}
          </button>
        ) : null,
      )}
      <Menu label={words.moreFor(member.name)} face="⋯">
        {(close) =>
          items.slice(1).map(([text, act]) => (
            <button
              key={text}
              type="button"
              className="menu-item"
              onClick={() => {
                close();
                act(member);
              }}
            >
              {text}
            </button>
          ))
        }
      </Menu>
    </div>
  );
}
