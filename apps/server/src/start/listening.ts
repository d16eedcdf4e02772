import { createServer } from "node:net";
import type { Config } from "../config/config.ts";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { hasCode } from "../failure/system-error.ts";

type Place = Pick<Config, "host" | "port">;

/** Tells early, before a database is made, that the server will not be able to listen.
 *  @throws OperatorFailure */
export async function checkPlace(place: Place): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ ...place, exclusive: true }, resolve);
    });
  } catch (error) {
    throw listenFailure(place, error);
  }
  await new Promise((resolve) => server.close(resolve));
}

/** What kept the server from listening, as a failure; an error of another kind stays itself. */
export function listenFailure({ host, port }: Place, error: unknown): unknown {
  if (hasCode(error, "EADDRINUSE")) return new OperatorFailure("port-taken", { host, port }, { cause: error });
  if (hasCode(error, "EACCES")) return new OperatorFailure("port-forbidden", { port }, { cause: error });
  if (hasCode(error, "EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL")) {
    return new OperatorFailure("host-unknown", { host }, { cause: error });
  }
  return error;
}
