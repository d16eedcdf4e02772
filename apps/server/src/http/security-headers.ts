import type { FastifyHelmetOptions } from "@fastify/helmet";

const HALF_A_YEAR_SECONDS = 15_768_000;

/** Headers of every answer: scripts, styles and pictures come from files of ours only, and nothing stands in a page itself. */
export function securityHeaders(origin: string): FastifyHelmetOptions {
  const secure = origin.startsWith("https://");
  return {
    contentSecurityPolicy: policy(origin, { styleSrc: ["'self'"], imgSrc: ["'self'"] }),
    strictTransportSecurity: secure ? { maxAge: HALF_A_YEAR_SECONDS, includeSubDomains: false } : false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  };
}

/** The page that shows the interface to people writes its styles while it runs, and holds its pictures itself. It shows no
 *  text of a user. */
export function apiPageHeaders(origin: string): FastifyHelmetOptions {
  const own = { styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", "data:"] };
  return { ...securityHeaders(origin), contentSecurityPolicy: policy(origin, own) };
}

function policy(origin: string, own: { readonly styleSrc: string[]; readonly imgSrc: string[] }) {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      ...own,
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      ...(origin.startsWith("https://") && { upgradeInsecureRequests: [] }),
    },
  };
}
