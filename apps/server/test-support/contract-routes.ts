import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Route } from "@manyi/contract/route/route";

const folder = fileURLToPath(new URL("../../../packages/contract/src", import.meta.url));

/** Every route there is: found in the files of the contract, so that none can be forgotten. */
export async function contractRoutes(): Promise<readonly Route[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const modules = await Promise.all(
    files.map((file): Promise<object> => import(/* @vite-ignore */ new URL(`file://${folder}/${file}`).href)),
  );
  return modules.flatMap((module): unknown[] => Object.values(module)).filter(isRoute);
}

function isRoute(value: unknown): value is Route {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;
}
