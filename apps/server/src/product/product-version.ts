import server from "../../package.json" with { type: "json" };

/** Version of the product, as its packages carry it. */
export const productVersion: string = server.version;
