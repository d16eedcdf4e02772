import type { Ground, RunningPart } from "../ground.ts";
import { buildWeb, type WebOptions } from "../http/build-web.ts";
import type { HandledRoute } from "../http/call.ts";
import { listenFailure } from "./listening.ts";

/** Requests under way get so long to finish when the server stops. */
const FINISH_MS = 10_000;

/** @throws OperatorFailure if it cannot listen */
export async function startWeb(
  ground: Ground,
  routes: readonly HandledRoute[],
  options: WebOptions,
): Promise<RunningPart> {
  const { host, port } = ground.config;
  const app = buildWeb(ground, routes, options);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw listenFailure({ host, port }, error);
  }
  ground.log.info("listening", { host, port });
  return {
    stop: async () => {
      const giveUp = setTimeout(() => app.server.closeAllConnections(), FINISH_MS);
      await app.close();
      clearTimeout(giveUp);
    },
  };
}
