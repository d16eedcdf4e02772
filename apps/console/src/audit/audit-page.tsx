import { exportAudit, listAudit } from "@manyi/contract/organisation/audit";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { call } from "../call/call.ts";
import { useFile } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { saveFile } from "../controls/save-file.ts";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { boundsOfDay } from "../format/date.ts";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { AuditTable } from "./audit-table.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

const page = getRouteApi("/signed-in/settings/audit");

interface Search {
  readonly from?: string;
  readonly until?: string;
  readonly actor?: string;
  readonly action?: string;
}

/** Who did what when, newest first. */
export function AuditPage() {
  const words = useMessages({ zh, en });
  const { timeZone } = useSession().organisation;
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const filter = filterOf(search, timeZone);
  const entries = useInfiniteQuery({
    queryKey: [listAudit.name, filter],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, { query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const file = useFile(exportAudit, ({ blob, name }) => saveFile(blob, name));
  const shown = (entries.data?.pages ?? []).flatMap((each) => each.entries);
  const set = (name: keyof Search, value: string) => {
    const { [name]: _, ...rest } = search;
    void navigate({ search: value === "" ? rest : { ...rest, [name]: value }, replace: true });
  };
  return (
    <>
      <div className="page-head">
        <div>
          <PageHeading title={words.title} />
          <p className="lead measure">{words.what}</p>
        </div>
        <Button state={file.isPending ? "working" : "idle"} onClick={() => file.mutate({ query: filter })}>
          {words.download}
        </Button>
      </div>
      <div className="filters">
        <TextField label={words.from} type="date" value={search.from ?? ""} onType={(day) => set("from", day)} />
        <TextField label={words.until} type="date" value={search.until ?? ""} onType={(day) => set("until", day)} />
        <SelectField
          label={words.area}
          value={search.action ?? ""}
          options={[
            { value: "", text: words.allAreas },
            ...Object.entries(words.areas).map(([area, text]) => ({ value: `${area}.`, text })),
          ]}
          onChoose={(area) => set("action", area)}
        />
        {search.actor === undefined ? null : <Button onClick={() => set("actor", "")}>{words.everybody}</Button>}
      </div>
      <FailureNotice error={file.error} />
      <FailureNotice error={entries.error} onRetry={() => void entries.refetch()} />
      {entries.isPending ? <SkeletonRows rows={10} /> : null}
      {entries.data !== undefined && shown.length === 0 ? <p className="empty muted">{words.none}</p> : null}
      {shown.length === 0 ? null : <AuditTable entries={shown} onActor={(id) => set("actor", id)} />}
      {entries.hasNextPage ? (
        <div className="row list-foot">
          <Button state={entries.isFetchingNextPage ? "working" : "idle"} onClick={() => void entries.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Days of the organisation's calendar as instants; the last day is included. */
function filterOf({ from, until, actor, action }: Search, timeZone: string) {
  const isDay = (day: string | undefined): day is string => day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day);
  return {
    ...(isDay(from) ? { from: boundsOfDay(from, timeZone).from } : {}),
    ...(isDay(until) ? { until: boundsOfDay(until, timeZone).until } : {}),
    ...(actor === undefined ? {} : { actor }),
    ...(action === undefined ? {} : { action }),
  };
}
