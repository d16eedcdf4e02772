import type { FastifyHelmetOptions } from "@fastify/helmet";

export const HALF_A_YEAR_SECONDS = 15_768_000;

/** Headers of every answer: scripts, styles and pictures come from files of ours only, and nothing stands in a page itself. The
 *  console shows how a questionnaire will look in a frame, which is a page of ours. */
export function securityHeaders(origin: string): FastifyHelmetOptions {
  return headersWith(origin, { styleSrc: ["'self'"], imgSrc: ["'self'"], frameSrc: ["'self'"] });
}

/** The page that shows the interface to people writes its styles while it runs, and holds its pictures itself. It shows no
 *  text of a user. */
export function apiPageHeaders(origin: string): FastifyHelmetOptions {
  return headersWith(origin, { styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", "data:"] });
}

/** Of pages that a respondent sees: their style stands in the document and is named by its hash.
 *  @param framedBy who may show the page in a frame */
export function respondentPageHeaders(
  origin: string,
  { styleHash, framedBy }: { readonly styleHash: string; readonly framedBy: "nobody" | "console" },
): FastifyHelmetOptions {
  const own = { styleSrc: [styleHash], imgSrc: ["'self'"] };
  return framedBy === "nobody" ? headersWith(origin, own) : headersWith(origin, { ...own, frameAncestors: ["'self'"] });
}

interface Sources {
  readonly styleSrc: string[];
  readonly imgSrc: string[];
  readonly frameSrc?: string[];
  readonly frameAncestors?: string[];
}

function headersWith(origin: string, { frameAncestors = ["'none'"], ...own }: Sources): FastifyHelmetOptions {
  const secure = origin.startsWith("https://");
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        ...own,
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors,
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure ? { maxAge: HALF_A_YEAR_SECONDS, includeSubDomains: false } : false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: frameAncestors.includes("'self'") ? "sameorigin" : "deny" },
  };
}
