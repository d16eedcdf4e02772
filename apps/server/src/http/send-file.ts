import { createGunzip } from "node:zlib";
import type { FastifyReply } from "fastify";
import type { FileAnswer } from "./call.ts";

/** Files may hold what respondents wrote. Opened in place they get no script, no frame, no connection and no origin. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

/** Sends a file as a stream, or that the caller has it already. */
export async function sendFile(reply: FastifyReply, file: FileAnswer): Promise<FastifyReply> {
  reply.header("content-security-policy", FILE_POLICY);
  reply.header("cache-control", "private, no-cache");
  reply.header("content-disposition", disposition(file.name));
  if (file.encoding !== undefined) reply.header("vary", "accept-encoding");
  if (file.etag !== undefined) {
    const etag = `"${file.etag}"`;
    reply.header("etag", etag);
    if (known(reply.request.headers["if-none-match"], etag)) return reply.status(304).send();
  }
  const content = await file.content();
  reply.type(withCharset(file.mediaType));
  if (file.encoding === undefined) return reply.send(content);
  if (/\bgzip\b/.test(String(reply.request.headers["accept-encoding"] ?? ""))) {
    return reply.header("content-encoding", "gzip").send(content);
  }
  const plain = createGunzip();
  content.on("error", (error) => plain.destroy(error));
  plain.on("close", () => content.destroy());
  return reply.send(content.pipe(plain));
}

function known(header: string | undefined, etag: string): boolean {
  return (header ?? "").split(",").some((entry) => entry.trim().replace(/^W\//, "") === etag);
}

function withCharset(mediaType: string): string {
  return /^text\/|^application\/json$/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;
}

/** RFC 6266: a plain name for old programs and the real one, percent-encoded, so that no name can end the header. */
function disposition(name: string | null): string {
  if (name === null) return "inline";
  const plain = name.replace(/[^\x20-\x7e]|["\\%/]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
