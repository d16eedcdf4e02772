import type { Scale } from "../definition/scale.ts";
import type { Column } from "../definition/study-definition.ts";
import { written } from "./item-scale.ts";

/** Columns that whoever collects answers adds to each of them. No item is called so: items begin with a letter. */
export const circumstanceColumns = {
  /** Code of the wave. */
  wave: "_wave",
  /** Number of the questionnaire's version. */
  version: "_version",
  /** Language in which it was answered, as a tag. */
  language: "_language",
  /** How it reached the respondent: `link`. */
  channel: "_channel",
  /** `1`: begun before the close and sent after it; else `0`. */
  late: "_late",
  /** Whole seconds from opening to sending, by the server's clock. */
  seconds: "_seconds",
} as const;

export interface Wave {
  readonly code: string;
  readonly name: { readonly zh?: string | undefined; readonly en?: string | undefined };
  /** Numbers of the versions that it has asked. */
  readonly versions: readonly number[];
}

export const yesNo: Scale = {
  kind: "nominal",
  answers: [
    { code: "1", label: { zh: "是", en: "Yes" } },
    { code: "0", label: { zh: "否", en: "No" } },
  ],
};

/** The waves in their order; null where there is none yet. */
export function waveScale(waves: readonly Wave[]): Scale | null {
  if (waves.length === 0) return null;
  return { kind: "nominal", answers: waves.map(({ code, name }) => ({ code, label: written({ ...name }, code) })) };
}

/** @param scales names under which the scales of wave and lateness are declared */
export function circumstances(scales: { readonly wave: string | null; readonly late: string }): readonly Column[] {
  const { wave, version, language, channel, late, seconds } = circumstanceColumns;
  return [
    {
      name: wave,
      type: "choice",
      label: { zh: "期次", en: "Wave" },
      ...(scales.wave === null ? {} : { scale: scales.wave }),
    },
    { name: version, type: "choice", label: { zh: "问卷版本", en: "Version of the questionnaire" } },
    { name: language, type: "choice", label: { zh: "作答语言", en: "Language of the answers" } },
    { name: channel, type: "choice", label: { zh: "渠道", en: "Channel" } },
    { name: late, type: "choice", label: { zh: "截止后提交", en: "Sent after the close" }, scale: scales.late },
    { name: seconds, type: "number", label: { zh: "作答用时（秒）", en: "Seconds to answer" }, minimum: 0 },
  ];
}
