import { count } from "../format/number.ts";
import type { ProgrammeMessages } from "./messages/zh.ts";
import type { StageState } from "./stages.ts";

/** The state of a stage in words. */
export function stageText(state: StageState, words: ProgrammeMessages): string {
  const { stageStates } = words;
  switch (state.kind) {
    case "writing":
    case "waits-for-publication":
    case "waits-for-answers":
    case "ready":
      return stageStates[state.kind];
    case "changed":
    case "published":
      return stageStates[state.kind](state.version);
    case "collecting":
    case "closing":
    case "closed":
    case "counted":
      return stageStates[state.kind](count(state.responses));
  }
}
