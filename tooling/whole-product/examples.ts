/** The examples that every installation begins with, and what the command line computes of them. */
import { runToEnd } from "../product/run-to-end.ts";

export const examples = [
  { folder: "examples/bookkeeping", name: "Customer satisfaction with a bookkeeping agency" },
  { folder: "examples/tenants", name: "Satisfaction of Copenhagen tenants with their housing" },
] as const;

export type Example = (typeof examples)[number];

/** @returns results.json as `manyi analyse` prints it
 *  @throws Error with its words if it does not end with 0 */
export async function analysed(folder: string): Promise<Buffer> {
  const { code, output, said } = await runToEnd("apps/cli/src/main.ts", ["analyse", folder, "--json"]);
  if (code !== 0) throw new Error(`manyi analyse ${folder}: ${code}\n${said}`);
  return output;
}
