import { type ApiKey, listApiKeys, revokeApiKey } from "@manyi/contract/organisation/api-keys";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { CopyText } from "../controls/copy-text.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Modal } from "../controls/modal.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { SecondFactorNeeded } from "../shell/second-factor-needed.tsx";
import { ApiKeyForm } from "./api-key-form.tsx";
import { ApiKeyTable } from "./api-key-table.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "create" }
  | { readonly kind: "created"; readonly key: string }
  | { readonly kind: "revoke"; readonly apiKey: ApiKey };

/** Keys for programs that work with the system. */
export function ApiKeysPage() {
  const words = useMessages({ zh, en });
  const keys = useQuery(routeQuery(listApiKeys, {}));
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const close = () => setOpen({ kind: "nothing" });
  return (
    <>
      <div className="page-head">
        <div>
          <PageHeading title={words.title} />
          <p className="lead measure">{words.what}</p>
        </div>
        <Button tone="primary" onClick={() => setOpen({ kind: "create" })}>
          {words.create}
        </Button>
      </div>
      <FailureNotice error={keys.error} onRetry={() => void keys.refetch()} />
      {keys.isPending ? <SkeletonRows rows={4} /> : null}
      {keys.data === undefined ? null : keys.data.entries.length === 0 ? (
        <p className="empty muted">{words.none}</p>
      ) : (
        <ApiKeyTable keys={keys.data.entries} onRevoke={(apiKey) => setOpen({ kind: "revoke", apiKey })} />
      )}
      {open.kind === "create" ? (
        <ApiKeyForm onClose={close} onCreated={(key) => setOpen({ kind: "created", key })} />
      ) : null}
      {open.kind === "created" ? (
        <Modal title={words.createdTitle} onClose={close}>
          <p>{words.createdWhat}</p>
          <CopyText label={words.key} text={open.key} />
          <div className="row end">
            <Button tone="primary" onClick={close}>
              {words.kept}
            </Button>
          </div>
        </Modal>
      ) : null}
      {open.kind === "revoke" ? <RevokeDialog apiKey={open.apiKey} onClose={close} /> : null}
    </>
  );
}

function RevokeDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const words = useMessages({ zh, en });
  const revoke = useChange(revokeApiKey, {
    outdates: [listApiKeys],
    onDone: () => {
      tell(words.revokedNow(apiKey.name));
      onClose();
    },
  });
  return (
    <Modal title={words.revokeTitle(apiKey.name)} onClose={onClose}>
      <SecondFactorNeeded />
      <p>{words.revokeWhat}</p>
      <FailureNotice error={revoke.error} />
      <div className="row end">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          tone="danger"
          state={revoke.isPending ? "working" : "idle"}
          onClick={() => revoke.mutate({ params: { apiKeyId: apiKey.id } })}
        >
          {words.revokeKey}
        </Button>
      </div>
    </Modal>
  );
}
