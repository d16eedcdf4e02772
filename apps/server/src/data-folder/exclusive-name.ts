import { createServer, type Server } from "node:net";
import { hasCode } from "../failure/system-error.ts";

/** A name that one process of the machine can hold, and that the system gives back however that process ends: an abstract
 *  socket (Linux) or a named pipe (Windows). Elsewhere there is none. */
export type NameTaken =
  | { readonly kind: "taken"; readonly release: () => void }
  | { readonly kind: "held-by-another" }
  | { readonly kind: "no-such-thing" };

export async function takeName(name: string): Promise<NameTaken> {
  const path = pathOf(name);
  if (path === undefined) return { kind: "no-such-thing" };
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, path);
  } catch (error) {
    if (hasCode(error, "EADDRINUSE")) return { kind: "held-by-another" };
    throw error;
  }
  server.unref();
  return { kind: "taken", release: () => server.close() };
}

function pathOf(name: string): string | undefined {
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : undefined;
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ path, exclusive: true }, resolve);
  });
}
