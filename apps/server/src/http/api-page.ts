import swagger, { type StaticDocumentSpec } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { Route } from "@manyi/contract/route/route";
import type { FastifyInstance } from "fastify";
import { productVersion } from "../product/product-version.ts";
import { openApiDocument } from "./openapi.ts";
import { apiPageHeaders } from "./security-headers.ts";

/** The interface described: `/api/openapi.json` for programs, `/api/docs` for people. */
export function serveApiPage(app: FastifyInstance, routes: readonly Route[], origin: string): void {
  const document = openApiDocument(routes, origin, productVersion);
  app.get("/api/openapi.json", async (_request, reply) => reply.header("cache-control", "no-cache").send(document));
  app.register(async (inner) => {
    await inner.register(swagger, {
      mode: "static",
      // The library's type asks for more detail than is needed to show a document; a test checks the document itself.
      specification: { document: document as unknown as StaticDocumentSpec["document"] },
    });
    await inner.register(swaggerUi, {
      routePrefix: "/api/docs",
      uiConfig: { supportedSubmitMethods: [], validatorUrl: null },
      uiHooks: {
        onRequest: async (_request, reply) => {
          await reply.helmet(apiPageHeaders(origin));
        },
      },
    });
  });
}
