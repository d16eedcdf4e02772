import "./members.css";
import { enableMember, listMembers, type Member, renewInvitation } from "@manyi/contract/organisation/members";
import { listUnits } from "@manyi/contract/organisation/organisation";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { DisableDialog } from "./disable-dialog.tsx";
import { InvitationDialog } from "./invitation-dialog.tsx";
import { MemberForm } from "./member-form.tsx";
import { MemberTable } from "./member-table.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "add" }
  | { readonly kind: "change"; readonly member: Member }
  | { readonly kind: "disable"; readonly member: Member }
  | { readonly kind: "link"; readonly name: string; readonly link: string | null };

/** Who works with the system, and where with which roles. */
export function MembersPage() {
  const words = useMessages({ zh, en });
  const members = useQuery(routeQuery(listMembers, {}));
  const units = useQuery(routeQuery(listUnits, {}));
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const close = () => setOpen({ kind: "nothing" });
  const enable = useChange(enableMember, { outdates: [listMembers], onDone: () => tell(words.enabledNow) });
  const invite = useChange(renewInvitation, { outdates: [listMembers] });
  return (
    <>
      <div className="page-head">
        <PageHeading title={words.title} />
        <Button tone="primary" onClick={() => setOpen({ kind: "add" })}>
          {words.add}
        </Button>
      </div>
      <FailureNotice error={members.error} onRetry={() => void members.refetch()} />
      <FailureNotice error={enable.error ?? invite.error} />
      {members.isPending ? <SkeletonRows rows={6} /> : null}
      {members.data === undefined ? null : (
        <MemberTable
          members={members.data.entries}
          onChange={(member) => setOpen({ kind: "change", member })}
          onDisable={(member) => setOpen({ kind: "disable", member })}
          onEnable={({ id }) => enable.mutate({ params: { memberId: id } })}
          onInvite={({ id, name }) =>
            invite.mutate(
              { params: { memberId: id } },
              { onSuccess: ({ link }) => setOpen({ kind: "link", name, link }) },
            )
          }
        />
      )}
      {open.kind === "add" || open.kind === "change" ? (
        <MemberForm
          member={open.kind === "add" ? null : open.member}
          units={units.data?.entries ?? []}
          onClose={close}
          onAdded={(name, link) => setOpen({ kind: "link", name, link })}
        />
      ) : null}
      {open.kind === "disable" ? <DisableDialog member={open.member} onClose={close} /> : null}
      {open.kind === "link" ? <InvitationDialog name={open.name} link={open.link} onClose={close} /> : null}
    </>
  );
}
