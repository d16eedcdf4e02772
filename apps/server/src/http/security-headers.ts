import type { FastifyHelmetOptions } from "@fastify/helmet";

const HALF_A_YEAR_SECONDS = 15_768_000;

/** Headers of every answer. Scripts come from files of ours only. Styles may stand in a page: the console's components write theirs
 *  while they run and the labels of charts carry theirs as attributes; since images, fonts and connections come from ourselves
 *  too, a style that slipped in could send nothing out. */
export function securityHeaders(origin: string): FastifyHelmetOptions {
  const secure = origin.startsWith("https://");
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure ? { maxAge: HALF_A_YEAR_SECONDS, includeSubDomains: false } : false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  };
}
