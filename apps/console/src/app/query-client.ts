import { QueryClient } from "@tanstack/react-query";
import { isPassing } from "../call/call-error.ts";

/** Reads are repeated as long as the server is away, ever more slowly; the shell says so quietly. Changes never are:
 *  whether one was done is not known, so a person decides. */
export function consoleQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 15_000,
        retry: (_failures, error) => isPassing(error),
        retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 15_000),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
