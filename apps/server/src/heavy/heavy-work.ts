/**
 * A child process for heavy work: started when there is some, ended when there has been none for a while, exchanged when it
 * has grown. When it dies the work at hand fails, and nothing else.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Log } from "../log/log.ts";
import type { ChildSettings, FromChild, ToChild } from "./messages.ts";
import type { ResultOf, TaskName, WorkOf } from "./tasks.ts";

export interface HeavyWork {
  /** Does one piece after the other, in the order in which they are asked for.
   *  @throws HeavyWorkDied; whatever the work throws, as far as it can travel between processes */
  run<Name extends TaskName>(task: Name, work: WorkOf<Name>): Promise<ResultOf<Name>>;
  /** Ends the child; what it is doing fails. */
  stop(): Promise<void>;
  /** Of the child that runs now; null where none does. */
  pid(): number | null;
}

/** The child ended in the middle of its work: killed, or out of memory. */
export class HeavyWorkDied extends Error {
  constructor(task: TaskName, how: string) {
    super(`the process of ${task} ended: ${how}`);
    this.name = "HeavyWorkDied";
  }
}

export interface HeavyLimits {
  readonly idleMs: number;
  /** A child that has grown beyond this is exchanged after its work. */
  readonly largestBytes: number;
  /** A child is exchanged after so many pieces of the kind that leaks. */
  readonly mostLeaks: number;
  /** Heap of the child: beyond it the work fails instead of the machine. */
  readonly heapMegabytes: number;
}

export const usualLimits: HeavyLimits = {
  idleMs: 30_000,
  largestBytes: 500_000_000,
  mostLeaks: 30,
  heapMegabytes: 4_096,
};

/** The typesetter keeps what it has set. */
const leaking: ReadonlySet<TaskName> = new Set(["render-report"]);

type HeavyGround = ChildSettings & { readonly log: Log };

export function heavyWork(ground: HeavyGround, limits: HeavyLimits = usualLimits): HeavyWork {
  return new Children(ground, limits);
}

class Children implements HeavyWork {
  private readonly ground: HeavyGround;
  private readonly limits: HeavyLimits;
  private child: ChildProcess | null = null;
  private leaks = 0;
  private nextId = 1;
  private idle: NodeJS.Timeout | undefined;
  /** The end of the line: whoever comes next waits for it. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(ground: HeavyGround, limits: HeavyLimits) {
    this.ground = ground;
    this.limits = limits;
  }

  run<Name extends TaskName>(task: Name, work: WorkOf<Name>): Promise<ResultOf<Name>> {
    const turn = this.last.then(() => this.perform(task, work));
    this.last = turn.catch(() => {});
    // The child runs the task of this name.
    return turn as Promise<ResultOf<Name>>;
  }

  async stop(): Promise<void> {
    clearTimeout(this.idle);
    const child = this.child;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  pid(): number | null {
    return this.child?.pid ?? null;
  }

  private async perform(task: TaskName, work: unknown): Promise<unknown> {
    clearTimeout(this.idle);
    const child = this.child ?? this.start();
    const id = this.nextId++;
    child.send({ kind: "work", id, task, work } satisfies ToChild);
    try {
      const answer = await answered(child, task, id);
      if (leaking.has(task)) this.leaks++;
      if (this.leaks >= this.limits.mostLeaks || answer.memoryBytes > this.limits.largestBytes) this.release();
      return answer.result;
    } finally {
      if (child.exitCode !== null || child.signalCode !== null) this.forget(child);
      this.idle = setTimeout(() => this.release(), this.limits.idleMs).unref();
    }
  }

  private start(): ChildProcess {
    const { config, databaseUrl } = this.ground;
    const child = fork(new URL("./child-main.ts", import.meta.url), [], {
      execArgv: [`--max-old-space-size=${this.limits.heapMegabytes}`],
      serialization: "advanced",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // What was compiled once is read the next time: the first results come half a second sooner. A folder of our own, since
      // whoever could write into it would run code here.
      env: { ...process.env, NODE_COMPILE_CACHE: join(config.dataFolder, "compiled") },
    });
    child.once("exit", () => this.forget(child));
    // Told by `answered`; without a listener it would end the server.
    child.on("error", (error) => this.ground.log.warn("heavy-work-trouble", { error }));
    child.send({ kind: "settings", settings: { config, databaseUrl } } satisfies ToChild);
    // It must not keep a process alive that has nothing else to do.
    child.unref();
    child.channel?.unref();
    this.child = child;
    this.leaks = 0;
    return child;
  }

  /** Lets the child go: it ends when it hears that nobody is there. */
  private release(): void {
    const child = this.child;
    this.child = null;
    if (child?.connected === true) child.disconnect();
  }

  private forget(child: ChildProcess): void {
    if (this.child === child) this.child = null;
  }
}

/** Waits for the answer to one piece of work, or for the end of the child. */
function answered(child: ChildProcess, task: TaskName, id: number): Promise<Extract<FromChild, { kind: "done" }>> {
  child.ref();
  child.channel?.ref();
  return new Promise<Extract<FromChild, { kind: "done" }>>((resolve, reject) => {
    const hear = (message: FromChild) => {
      if (message.id !== id) return;
      quiet();
      if (message.kind === "done") resolve(message);
      else reject(message.error);
    };
    const end = (code: number | null, signal: string | null) => {
      quiet();
      reject(new HeavyWorkDied(task, signal ?? `exit ${code}`));
    };
    const quiet = () => {
      child.off("message", hear);
      child.off("exit", end);
    };
    child.on("message", hear);
    child.on("exit", end);
  }).finally(() => {
    child.unref();
    child.channel?.unref();
  });
}
