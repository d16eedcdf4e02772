import { type Static, Type } from "typebox";
import { closed } from "../../definition/primitives.ts";
import { common } from "../common.ts";

/** Something to read; nothing to answer. */
export const StatementQuestion = Type.Object({ ...common, type: Type.Literal("statement") }, closed);
export type StatementQuestion = Static<typeof StatementQuestion>;
