import { type QueryCache, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { isPassing } from "../call/call-error.ts";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Says quietly that the server is away, as long as something waits for it. It goes by itself. */
export function ConnectionNotice() {
  const words = useMessages({ zh, en });
  const cache = useQueryClient().getQueryCache();
  const away = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => isAway(cache),
  );
  return (
    <div role="status" className="connection screen-only">
      {away ? <p>{words.connection}</p> : null}
    </div>
  );
}

function isAway(cache: QueryCache): boolean {
  return cache.getAll().some(({ state }) => state.fetchStatus === "fetching" && isPassing(state.fetchFailureReason));
}
