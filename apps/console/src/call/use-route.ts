import type { AnswerOf, Route } from "@manyi/contract/route/route";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { type CallInput, call, callFile } from "./call.ts";

/** Key and function of a query for a route. All queries of a route begin with its name, so a change can say by the
 *  route what is not true any more. */
export function routeQuery<R extends Route>(route: R, input: CallInput<R>) {
  return {
    queryKey: [route.name, input.params ?? null, input.query ?? null] as const,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<AnswerOf<R>> => call(route, { ...input, signal }),
  };
}

interface ChangeOptions<R extends Route> {
  /** Routes whose answers the change makes old. */
  readonly outdates: readonly Route[];
  readonly onDone?: (answer: AnswerOf<R>, input: CallInput<R>) => void;
}

/** A route that changes something. */
export function useChange<R extends Route>(
  route: R,
  { outdates, onDone }: ChangeOptions<R>,
): UseMutationResult<AnswerOf<R>, unknown, CallInput<R>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<R>) => call(route, input),
    onSuccess: async (answer, input) => {
      onDone?.(answer, input);
      await Promise.all(outdates.map(({ name }) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}

/** Fetches a file and hands it on.
 *  @param use what is done with it; usually it is saved */
export function useFile<R extends Route>(
  route: R,
  use: (file: { readonly blob: Blob; readonly name: string }) => void,
): UseMutationResult<{ blob: Blob; name: string }, unknown, CallInput<R>> {
  return useMutation({ mutationFn: (input: CallInput<R>) => callFile(route, input), onSuccess: use });
}
