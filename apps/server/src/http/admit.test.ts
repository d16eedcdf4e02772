/** Rights that are taken away while a request is still coming in, over a real connection. */
import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { upload, writeDown } from "../../test-support/probe-routes.ts";
import { TEST_ORIGIN } from "../../test-support/test-config.ts";
import { handle, handleUpload } from "./call.ts";

/** By then the server has read the headers, and the rights that went with them. */
const HEADERS_READ_MS = 400;

async function build(): Promise<TestServer> {
  const server = await testServer({
    routes: () => [
      handle(writeDown, async (call) => {
        await call.audit({ object: null, unitId: null });
        return { text: "" };
      }),
      handleUpload(
        upload,
        async (parts) => {
          for await (const part of parts) if (part.kind === "file") part.content.resume();
        },
        async () => ({ parts: [] }),
      ),
    ],
  });
  await server.app.listen({ host: "127.0.0.1", port: 0 });
  return server;
}

async function sendSlowly(
  server: TestServer,
  [path, type, first, rest]: readonly [string, string, string, string],
  meanwhile: () => Promise<unknown>,
): Promise<number | undefined> {
  // It listens on an address, not on a pipe.
  const { port } = server.app.server.address() as AddressInfo;
  const cookie = await server.signIn(server.people.manager);
  const headers = { origin: TEST_ORIGIN, cookie, "content-type": type };
  const sending = request({ host: "127.0.0.1", port, path, method: "POST", headers, agent: false });
  const answered = once(sending, "response");
  sending.write(first);
  await delay(HEADERS_READ_MS);
  await meanwhile();
  sending.end(rest);
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode;
}

it.each([
  ["/api/probe", "application/json", '{"name":', '{"zh":"新"}}'],
  [
    "/api/upload",
    "multipart/form-data; boundary=e",
    '--e\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
    "1\r\n--e--\r\n",
  ],
] as const)("what is sent slowly to %s is done with the rights there are at its end (35)", async (...message) => {
  const server = await build();
  const { userId } = server.people.manager;
  const become = (state: "active" | "disabled") =>
    server.db.updateTable("staff").set({ state }).where("user_id", "=", userId).execute();
  const demote = () =>
    server.db.updateTable("membership").set({ role: "interviewer" }).where("user_id", "=", userId).execute();
  expect(await sendSlowly(server, message, async () => {})).toBeLessThan(300);
  expect(await sendSlowly(server, message, () => become("disabled"))).toBe(401);
  await become("active");
  expect(await sendSlowly(server, message, demote)).toBe(403);
});
