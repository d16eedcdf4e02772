/** What parent and child say to each other. */
import type { Ground } from "../ground.ts";
import type { TaskName } from "./tasks.ts";

/** What the child makes its own ground of; it holds passwords and travels by message only, never as an argument. */
export type ChildSettings = Pick<Ground, "config" | "databaseUrl">;

export type ToChild =
  | { readonly kind: "settings"; readonly settings: ChildSettings }
  | { readonly kind: "work"; readonly id: number; readonly task: TaskName; readonly work: unknown };

export type FromChild =
  | { readonly kind: "done"; readonly id: number; readonly result: unknown; readonly memoryBytes: number }
  | { readonly kind: "failed"; readonly id: number; readonly error: Error };
