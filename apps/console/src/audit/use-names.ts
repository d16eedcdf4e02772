import { listUnits } from "@manyi/contract/organisation/organisation";
import { listProgrammes } from "@manyi/contract/programme/programmes";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { routeQuery } from "../call/use-route.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";

/** Names of the units, programmes and waves one may see, by id; what is gone or not to be seen has none. */
export function useNames(): ReadonlyMap<string, string> {
  const language = useLanguage();
  const { organisation } = useSession();
  const units = useQuery(routeQuery(listUnits, {})).data;
  const present = useQuery(routeQuery(listProgrammes, { query: {} })).data;
  const archived = useQuery(routeQuery(listProgrammes, { query: { archived: "only" } })).data;
  return useMemo(() => {
    const programmes = [...(present?.entries ?? []), ...(archived?.entries ?? [])];
    const named = [organisation, ...(units?.entries ?? []), ...programmes, ...programmes.flatMap(({ waves }) => waves)];
    return new Map(named.map(({ id, name }) => [id, textIn(name, language)]));
  }, [organisation, units, present, archived, language]);
}
