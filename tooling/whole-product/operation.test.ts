import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { accountIn } from "../product/account.ts";
import { type Client, signIn } from "../product/client.ts";
import { freePort } from "../product/free-port.ts";
import { processesAreSeen, processesOf } from "../product/processes.ts";
import { type Ended, runToEnd } from "../product/run-to-end.ts";
import { startApart } from "./apart.ts";
import { authenticatorCode } from "./authenticator.ts";
import { examples } from "./examples.ts";
import { importStudy } from "./import-study.ts";
import { programmeNamed, programmesOf, resultsOf } from "./programmes.ts";
import { accountOf, administrator, type Product, startProduct, temporaryFolder, visitor } from "./start-product.ts";

const SERVER = "apps/server/src/main.ts";
const STAFF = { email: "staff@example.com", password: "four unrelated words here" };

describe("the product in its operator's hands", { timeout: 120_000 }, () => {
  const { folder, remove } = temporaryFolder();
  const file = join(folder, "backup.zip");
  let product: Product;
  let restored: Product | undefined;
  let client: Client;
  let authenticator: string;

  beforeAll(async () => {
    product = await startProduct(join(folder, "first"));
    client = await administrator(product);
    authenticator = await setUpAuthenticator(client, accountOf(product).password);
    await addStaff(client, product);
  }, 120_000);
  afterAll(async () => {
    await restored?.stop();
    await product?.stop();
    remove();
  });

  it("is backed up while it runs, and restored into an empty folder it is the same", async () => {
    const before = await stateOf(client);
    const backup = await runToEnd(SERVER, ["backup", file], product.environment);
    expect(backup).toMatchObject({ code: 0 });
    const place = join(folder, "second");
    const restore = await runToEnd(SERVER, ["restore", file], { MANYI_DATA: join(place, "data") });
    expect(restore).toMatchObject({ code: 0 });

    restored = await startProduct(place);
    expect(restored.output()).not.toMatch(/Password\s/);
    const { email, password } = accountOf(product);
    const person = visitor(restored);
    expect(await person.send("POST", "/api/session/sign-in", { email, password })).toMatchObject({
      body: { kind: "second-factor" },
    });
    const code = authenticatorCode(authenticator);
    expect(await person.send("POST", "/api/session/second-factor", { code })).toMatchObject({
      body: { kind: "signed-in" },
    });
    expect(await stateOf(person)).toEqual(before);
    const at = restored.origin;
    const staff = await signIn(() => at, STAFF.email, STAFF.password);
    expect(await staff.read("/api/session")).toMatchObject({ memberships: [{ role: "analyst" }] });
  });

  it("says in one sentence why it does not start, and ends with 1", async () => {
    const second = await runToEnd(SERVER, [], product.environment);
    expectSentence(second, `in use by another Manyi (process ${product.process.pid})`);

    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const port = portOf(taken);
    const elsewhere = { MANYI_DATA: join(folder, "third"), MANYI_PORT: String(port) };
    expectSentence(await runToEnd(SERVER, [], elsewhere), `Port ${port} of 127.0.0.1 is taken`);

    const closed = await freePort();
    const nowhere = {
      ...elsewhere,
      MANYI_PORT: String(closed),
      DATABASE_URL: `postgres://manyi:secret-word@127.0.0.1:${closed}/manyi`,
    };
    const unreachable = await runToEnd(SERVER, [], nowhere);
    expectSentence(unreachable, `database at 127.0.0.1:${closed} cannot be reached`);
    expect(unreachable.said).not.toContain("secret-word");
  });

  it("serves as three processes that share a database", async () => {
    const apart = await startApart(product, join(folder, "apart"));
    onTestFinished(() => apart.stop());
    const shown = apart.outputs().flatMap((output) => output.match(/Password\s/g) ?? []);
    expect(shown).toHaveLength(1);
    const { email, password } = accountIn(apart.outputs().join("\n"));
    const person = await signIn(() => apart.origin, email, password);
    for (const { name } of examples) {
      const [here, there] = [await programmeNamed(person, name), await programmeNamed(client, name)];
      expect((await resultsOf(person, here.id)).equals(await resultsOf(client, there.id)), name).toBe(true);
    }
    const { id } = await programmeNamed(person, examples[1].name);
    const pdf = await person.file(`/api/programmes/${id}/report.pdf?language=zh`);
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(await importStudy(person, "examples/tenants")).toBe("done");
    expect(await apart.interrupt()).toEqual([0, 0, 0]);
  });

  // Last: it ends the product of this file.
  it.skipIf(!processesAreSeen)(
    "stops at Ctrl-C with code 0 and leaves no process, and shows no account again",
    async () => {
      expect(processesOf(product.dataFolder).length).toBeGreaterThan(3);
      expect(await product.process.interrupt()).toBe(0);
      expect(processesOf(product.dataFolder)).toEqual([]);
      expect(existsSync(join(product.dataFolder, "lock"))).toBe(false);
      const again = await startProduct(join(folder, "first"));
      onTestFinished(() => again.stop());
      expect(again.output().match(/Password\s/g)).toHaveLength(1);
    },
  );
});

/** What must survive a back-up: programmes, their answers, their results, the members. */
async function stateOf(client: Client): Promise<unknown> {
  const programmes = await programmesOf(client);
  const parts: unknown[] = [];
  for (const { id } of programmes) {
    const results = await resultsOf(client, id);
    parts.push(results.toString("base64"), await client.read(`/api/programmes/${id}/responses?size=100`));
  }
  const { entries } = (await client.read("/api/members")) as { entries: { lastSeenAt?: unknown }[] };
  const members = entries.map(({ lastSeenAt: _seen, ...member }) => member);
  return { programmes: await programmesOf(client), parts, members };
}

async function setUpAuthenticator(client: Client, password: string): Promise<string> {
  const prepared = await client.send("POST", "/api/profile/second-factor", { password });
  if (prepared.kind !== "done") throw new Error(`authenticator: ${JSON.stringify(prepared)}`);
  const { address } = prepared.body as { address: string };
  const confirmed = await client.send("POST", "/api/profile/second-factor/confirm", {
    code: authenticatorCode(address),
  });
  expect(confirmed).toMatchObject({ kind: "done" });
  return address;
}

/** An analyst, who sets the password by the link that the administrator is given. */
async function addStaff(client: Client, product: Product): Promise<void> {
  const { unitId } = (await programmeNamed(client, examples[0].name)) as { unitId?: string };
  const added = await client.send("POST", "/api/members", {
    name: "Staff",
    email: STAFF.email,
    language: "en",
    memberships: [{ role: "analyst", unitId }],
  });
  if (added.kind !== "done") throw new Error(`member: ${JSON.stringify(added)}`);
  const { link } = added.body as { link: string };
  const token = new URL(link, product.origin).searchParams.get("token");
  expect(await visitor(product).send("POST", "/api/session/reset", { token, password: STAFF.password })).toMatchObject({
    kind: "done",
  });
}

function expectSentence({ code, output, said }: Ended, words: string): void {
  expect({ code, output: output.toString("utf8"), lines: said.trimEnd().split("\n").length }).toEqual({
    code: 1,
    output: "",
    lines: 1,
  });
  expect(said).toContain(words);
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
