import { expect, it } from "vitest";
import { type GroupCommitOptions, groupCommit, QueueFull } from "./group-commit.ts";

interface Row {
  readonly key: string;
  readonly bad?: true;
}

class RowFault extends Error {}

const usual: GroupCommitOptions<Row> = {
  mostABatch: 500,
  mostWaiting: 10_000,
  keyOf: ({ key }) => key,
  isFaultOfRow: (error) => error instanceof RowFault,
};

/** Commits that end when they are told to. */
function held(options: Partial<GroupCommitOptions<Row>> = {}) {
  const batches: { keys: string[]; done: (outcome?: Error) => void }[] = [];
  const group = groupCommit<Row, string>(
    (rows) =>
      new Promise((resolve, reject) => {
        const keys = rows.map(({ key }) => key);
        const done = (error?: Error) =>
          error === undefined ? resolve(keys.map((key) => `kept ${key}`)) : reject(error);
        batches.push({ keys, done });
      }),
    { ...usual, ...options },
  );
  const batch = async (number: number) => {
    while (batches.length < number) await new Promise((resolve) => setImmediate(resolve));
    const found = batches[number - 1];
    if (found === undefined) throw new Error(`no batch ${number}`);
    return found;
  };
  const add = (...keys: string[]) => keys.map((key) => group.add({ key }));
  return { group, batches, batch, add };
}

it("commits together what arrives together, and gathers the next batch meanwhile", async () => {
  const { batch, add, batches } = held();
  const first = add("a", "b", "c");
  const one = await batch(1);
  const second = add("d", "e");
  expect(one.keys).toEqual(["a", "b", "c"]);
  expect(batches).toHaveLength(1);
  one.done();
  expect(await Promise.all(first)).toEqual(["kept a", "kept b", "kept c"]);
  const two = await batch(2);
  expect(two.keys).toEqual(["d", "e"]);
  two.done();
  expect(await Promise.all(second)).toEqual(["kept d", "kept e"]);
});

it("answers nobody before the commit", async () => {
  const { batch, add } = held();
  const [answer] = add("a");
  let answered = false;
  answer?.then(() => {
    answered = true;
  });
  const one = await batch(1);
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toBe(false);
  one.done();
  await answer;
  expect(answered).toBe(true);
});

it("takes no more into a batch than it may, and leaves nobody behind", async () => {
  const sizes: number[] = [];
  const group = groupCommit<Row, string>(
    async (rows) => {
      sizes.push(rows.length);
      return rows.map(({ key }) => key);
    },
    { ...usual, mostABatch: 10 },
  );
  const keys = Array.from({ length: 25 }, (_, at) => String(at));
  expect(await Promise.all(keys.map((key) => group.add({ key })))).toEqual(keys);
  expect(sizes).toEqual([10, 10, 5]);
});

it("never has one key twice in a batch, and keeps their order", async () => {
  const seen: string[][] = [];
  const group = groupCommit<Row & { n: number }, number>(
    async (rows) => {
      seen.push(rows.map(({ key, n }) => `${key}${n}`));
      return rows.map(({ n }) => n);
    },
    { ...usual },
  );
  const rows = ["a1", "a2", "b1", "a3", "b2"].map((it) => ({ key: it.slice(0, 1), n: Number(it.slice(1)) }));
  expect(await Promise.all(rows.map((row) => group.add(row)))).toEqual([1, 2, 1, 3, 2]);
  expect(seen).toEqual([["a1", "b1"], ["a2", "b2"], ["a3"]]);
});

it("lets one bad row fail alone: all others of its batch are kept", async () => {
  const kept: string[] = [];
  const group = groupCommit<Row, string>(async (rows) => {
    if (rows.some(({ bad }) => bad === true)) throw new RowFault("bad");
    kept.push(...rows.map(({ key }) => key));
    return rows.map(({ key }) => key);
  }, usual);
  const answers = await Promise.allSettled([
    group.add({ key: "a" }),
    group.add({ key: "b", bad: true }),
    group.add({ key: "c" }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(kept).toEqual(["a", "c"]);
});

it("tells everybody of a batch when the database is away, and goes on when it is back", async () => {
  const { batch, add } = held();
  const lost = add("a", "b");
  (await batch(1)).done(new Error("Connection terminated"));
  const answers = await Promise.allSettled(lost);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const [next] = add("c");
  (await batch(2)).done();
  expect(await next).toBe("kept c");
});

it("refuses at once what would wait behind too many, and takes more when these are gone", async () => {
  const { batch, add, group } = held({ mostWaiting: 2 });
  const first = add("a", "b");
  await expect(group.add({ key: "c" })).rejects.toBeInstanceOf(QueueFull);
  (await batch(1)).done();
  await Promise.all(first);
  const [later] = add("d");
  (await batch(2)).done();
  expect(await later).toBe("kept d");
});

it("takes a commit that forgets a row for a failure of all", async () => {
  const group = groupCommit<Row, string>(async (rows) => rows.slice(1).map(({ key }) => key), usual);
  const answers = await Promise.allSettled([group.add({ key: "a" }), group.add({ key: "b" })]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

it("is idle only when the last that waited is answered, and tells of each commit", async () => {
  const commits: number[] = [];
  const { group, batch, add } = held({ mostABatch: 2, onCommit: (items) => commits.push(items) });
  const answers = add("a", "b", "c");
  let idle = false;
  const whenIdle = group.idle().then(() => {
    idle = true;
  });
  (await batch(1)).done();
  await batch(2);
  expect(idle).toBe(false);
  (await batch(2)).done();
  await whenIdle;
  await Promise.all(answers);
  expect(commits).toEqual([2, 1]);
  await group.idle();
});
