import type { LightMyRequestResponse } from "fastify";
import type { TestServer } from "./build-server.ts";
import { TEST_ORIGIN } from "./test-config.ts";
import type { Person } from "./two-organisations.ts";

export type UploadedFiles = Readonly<Record<string, string | Uint8Array>>;

/** Uploads files as a browser does. */
export async function upload(
  server: TestServer,
  as: Person | null,
  unitId: string,
  files: UploadedFiles,
): Promise<LightMyRequestResponse> {
  const boundary = "----manyi-test-boundary";
  const lines = (head: string, content: string | Uint8Array) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from("\r\n")]);
  const payload = Buffer.concat([
    lines('Content-Disposition: form-data; name="unitId"', unitId),
    ...Object.entries(files).map(([name, content]) =>
      lines(
        `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`,
        content,
      ),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return await server.app.inject({
    method: "POST",
    url: "/api/imports",
    headers: {
      origin: TEST_ORIGIN,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      ...(as === null ? {} : { cookie: await server.signIn(as) }),
    },
    payload,
  });
}
