import "./responses.css";
import { listResponses, type Response } from "@manyi/contract/programme/responses";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../call/call.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField } from "../controls/field.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { count } from "../format/number.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useProgramme } from "../programme/use-programme.ts";
import { ExcludeDialog } from "./exclude-dialog.tsx";
import { HistoryDrawer } from "./history-drawer.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ResponseTable } from "./response-table.tsx";
import { useCellReader } from "./use-cell-reader.ts";

const page = getRouteApi("/signed-in/programmes/$programmeId/responses");

/** What is open over the table. */
type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "exclude"; readonly response: Response }
  | { readonly kind: "history"; readonly response: Response };

/** The answers, response by response, as they were given. */
export function ResponsesPage() {
  const words = useMessages({ zh, en });
  const { programmeId } = page.useParams();
  const which = page.useSearch();
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const close = () => setOpen({ kind: "nothing" });
  const responses = useInfiniteQuery({
    queryKey: [listResponses.name, programmeId, which],
    queryFn: ({ pageParam, signal }) =>
      call(listResponses, {
        params: { programmeId },
        query: { ...which, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const reader = useCellReader();
  const pages = responses.data?.pages ?? [];
  const entries = pages.flatMap((each) => each.entries);
  const first = pages[0];
  return (
    <>
      <Filters />
      <FailureNotice error={responses.error} onRetry={() => void responses.refetch()} />
      {responses.isPending ? <SkeletonRows rows={10} /> : null}
      {first === undefined ? null : entries.length === 0 ? (
        <p className="empty muted">{words.none}</p>
      ) : (
        <>
          <ResponseTable
            columns={first.columns}
            reader={reader}
            entries={entries}
            onExclude={(response) => setOpen({ kind: "exclude", response })}
            onHistory={(response) => setOpen({ kind: "history", response })}
          />
          <div className="row apart list-foot">
            <p className="muted" role="status">
              {words.shown(count(entries.length), count(first.total))}
            </p>
            {responses.hasNextPage ? (
              <Button
                state={responses.isFetchingNextPage ? "working" : "idle"}
                onClick={() => void responses.fetchNextPage()}
              >
                {words.more}
              </Button>
            ) : null}
          </div>
        </>
      )}
      {open.kind === "exclude" ? <ExcludeDialog response={open.response} onClose={close} /> : null}
      {open.kind === "history" ? (
        <HistoryDrawer response={open.response} columns={first?.columns ?? []} reader={reader} onClose={close} />
      ) : null}
    </>
  );
}

function Filters() {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const programme = useProgramme();
  const which = page.useSearch();
  const navigate = page.useNavigate();
  const states = [
    { value: "all", text: words.allStates },
    { value: "valid", text: words.states.valid },
    { value: "excluded", text: words.states.excluded },
  ] as const;
  return (
    <div className="filters">
      {programme.waves.length < 2 ? null : (
        <SelectField
          label={words.wave}
          value={which.wave ?? ""}
          options={[
            { value: "", text: words.allWaves },
            ...programme.waves.map(({ id, name }) => ({ value: id, text: textIn(name, language) })),
          ]}
          onChoose={(wave) =>
            void navigate({
              search: {
                ...(wave === "" ? {} : { wave }),
                ...(which.state === undefined ? {} : { state: which.state }),
              },
            })
          }
        />
      )}
      <SelectField
        label={words.state}
        value={which.state ?? "all"}
        options={states}
        onChoose={(state) =>
          void navigate({
            search: {
              ...(which.wave === undefined ? {} : { wave: which.wave }),
              ...(state === "all" ? {} : { state }),
            },
          })
        }
      />
    </div>
  );
}
