import { type Programme, readProgramme } from "@manyi/contract/programme/programmes";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { routeQuery } from "../call/use-route.ts";

/** The programme inside its pages: there it is always known. */
export function useProgramme(): Programme {
  const { programmeId } = useParams({ from: "/signed-in/programmes/$programmeId" });
  return useSuspenseQuery(routeQuery(readProgramme, { params: { programmeId } })).data;
}
