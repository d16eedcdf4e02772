/**
 * From the text of a cell to a code: the states that are no rating come first (their position in `missingStates`),
 * the answers after them. A cell may hold the answer's code or its label in any of the study's languages, since
 * survey services export either; numbers may be written 5, 5.0 or full-width.
 */

import { missingStates, type Scale } from "../definition/scale.ts";
import { answersOf, type ScaleAnswer, specialCodesOf } from "../definition/scale-answers.ts";

/** Code of the first answer; smaller codes are missing states. */
export const firstAnswerCode = missingStates.length;

/** The text means nothing on this scale. */
export const unknownAnswer = -1;

/** Different answers a coded column may have; codes from here on say that there are more. */
export const mostAnswers = 65_000;

export interface AnswerCoder {
  /** What has been met so far, to be asked first. */
  readonly known: Map<string, number>;
  /** For a text that `known` lacks: its code (remembered in `known`), or `unknownAnswer`. */
  readonly learn: (text: string) => number;
  /** Answers in the order of their codes; grows only where the scale is open. */
  readonly answers: readonly ScaleAnswer[];
}

/** @param scale undefined or without answers: every text met becomes an answer */
export function answerCoder(scale: Scale | undefined): AnswerCoder {
  const special = scale === undefined ? new Map([["", "skipped"] as const]) : specialCodesOf(scale);
  const known = new Map<string, number>();
  for (const [code, state] of special) known.set(code, missingStates.indexOf(state));
  const declared = scale === undefined ? null : answersOf(scale);
  return declared === null ? openCoder(known) : closedCoder(known, declared);
}

function closedCoder(known: Map<string, number>, answers: readonly ScaleAnswer[]): AnswerCoder {
  const codeOf = (i: number) => firstAnswerCode + i;
  for (const [label, i] of unambiguousLabels(answers)) if (!known.has(label)) known.set(label, codeOf(i));
  answers.forEach((answer, i) => {
    known.set(answer.code, codeOf(i));
  });
  const learn = (text: string): number => {
    const code = known.get(canonical(text)) ?? unknownAnswer;
    if (code !== unknownAnswer) known.set(text, code);
    return code;
  };
  return { known, learn, answers };
}

/** A label that two answers share says neither. */
function unambiguousLabels(answers: readonly ScaleAnswer[]): ReadonlyMap<string, number> {
  const owner = new Map<string, number>();
  const shared = new Set<string>();
  answers.forEach((answer, i) => {
    for (const label of Object.values(answer.label)) {
      if ((owner.get(label) ?? i) !== i) shared.add(label);
      owner.set(label, i);
    }
  });
  return new Map([...owner].filter(([label]) => !shared.has(label)));
}

function openCoder(known: Map<string, number>): AnswerCoder {
  const answers: ScaleAnswer[] = [];
  const learn = (text: string): number => {
    const written = text.trim().normalize("NFC");
    const before = known.get(written);
    // A column of free text must not fill the memory with what will be refused.
    if (before === undefined && answers.length >= mostAnswers) return firstAnswerCode + mostAnswers;
    const code = before ?? firstAnswerCode + answers.length;
    if (before === undefined) {
      answers.push({ code: written, value: answers.length, label: { zh: written, en: written } });
      known.set(written, code);
    }
    known.set(text, code);
    return code;
  };
  return { known, learn, answers };
}

/** The plain form of a cell: no surrounding blanks, full-width signs made narrow, 5.0 as 5. */
function canonical(text: string): string {
  const plain = text.trim().normalize("NFKC");
  return /^[+-]?\d+(\.0+)?$/.test(plain) ? String(Number(plain)) : plain;
}
