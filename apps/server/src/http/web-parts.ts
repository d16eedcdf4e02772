import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from "fastify";
import type { Config } from "../config/config.ts";
import type { Ground } from "../ground.ts";
import type { HandledRoute } from "./call.ts";
import type { Authenticate, Caller } from "./caller.ts";
import type { Language } from "./language.ts";
import { acceptedLanguage } from "./language.ts";

/** A limit that counts together wherever it stands. */
export type SharedLimit = (app: FastifyInstance) => onRequestAsyncHookHandler;

/** What serving a request needs, made once. */
export interface WebParts {
  readonly ground: Ground;
  readonly authenticate: Authenticate;
  readonly limits: WebLimits;
  /** One count of all that staff and their programs ask. */
  readonly requestLimit: SharedLimit;
  /** One count of all that tries passwords and codes. */
  readonly attemptLimit: SharedLimit;
  /** One count of all that respondents ask, pages and programs together. */
  readonly collectionLimit: SharedLimit;
  /** `checked`: an answer that is not as its route describes it fails; for tests. */
  readonly answers: "checked" | "trusted";
}

/** Requests a minute from one address, or one /64 of IPv6. */
export interface WebLimits {
  readonly requests: number;
  /** To public routes that change something: signing in, asking for a reset. */
  readonly attempts: number;
  /** Of respondents: pages, what they save and what they send. */
  readonly collection: number;
  /** In how many milliseconds such a request's body must be there. */
  readonly collectionBodyMs: number;
  /** In how many milliseconds the headers of any request must be there. */
  readonly headersMs: number;
}

/** A whole office may come from one address. */
export function usualLimits({ collectionRequests }: Pick<Config, "collectionRequests">): WebLimits {
  return { requests: 3_000, attempts: 60, collection: collectionRequests, collectionBodyMs: 30_000, headersMs: 20_000 };
}

declare module "fastify" {
  interface FastifyRequest {
    /** Null until it is known who sent it, and on public routes. */
    caller: Caller | null;
    /** Whom a failed attempt was about. */
    subject: { readonly organisationId: string; readonly userId: string } | null;
  }
  interface FastifyContextConfig {
    readonly handled?: HandledRoute;
  }
}

export function languageOf(request: FastifyRequest, ground: Ground): Language {
  return acceptedLanguage(request.headers["accept-language"]) ?? request.caller?.language ?? ground.config.language;
}
