import type { FastifyRequest, onRequestHookHandler, preValidationHookHandler } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** Runs while a body is coming in that must be there soon. */
    bodyTimer: NodeJS.Timeout | null;
  }
}

/** For routes whose bodies are small: who has not sent all of one after this time is cut off, however steadily it trickles.
 *  The time for a whole request that the server knows is meant for uploads of staff. */
export function limitBodyTime(limitMs: number): {
  readonly onRequest: onRequestHookHandler;
  readonly preValidation: preValidationHookHandler;
} {
  return {
    onRequest: (request, reply, done) => {
      if (request.method !== "GET" && request.method !== "HEAD") {
        request.bodyTimer = setTimeout(() => cutOff(request), limitMs);
        // Whatever ends the request otherwise: a body that is too large, a connection that closes.
        reply.raw.once("close", () => stopTimer(request));
      }
      done();
    },
    preValidation: (request, _reply, done) => {
      stopTimer(request);
      done();
    },
  };
}

function stopTimer(request: FastifyRequest): void {
  if (request.bodyTimer === null) return;
  clearTimeout(request.bodyTimer);
  request.bodyTimer = null;
}

function cutOff(request: FastifyRequest): void {
  const { socket } = request.raw;
  if (socket.writable) socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  request.raw.destroy();
}
