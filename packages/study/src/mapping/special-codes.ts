import type { SpecialMeaning } from "./study-mapping.ts";

const words: readonly (readonly [RegExp, SpecialMeaning])[] = [
  [/^(不适用|没有?(使用|用|接触|体验|办理)过?|未(使用|接触|体验|办理)过?|无此(项|服务|情况))$/, "not-applicable"],
  [/^(n\s*[/.]?\s*a\.?|not applicable|does not apply|not used|have not used|no experience)$/, "not-applicable"],
  [/^(不知道|不清楚|不了解|说不清楚?|不好说|无法评价|难以评价|记不清)$/, "dont-know"],
  [/^(dk|don.?t know|do not know|not sure|unsure|no opinion|can.?t say|cannot say|can.?t judge)$/, "dont-know"],
  [/^(拒答|拒绝回答|拒绝|不愿(意)?(回答|透露)|不便(回答|透露))$/, "refused"],
  [/^(refused|refusal|prefer not to (say|answer)|rather not say)$/, "refused"],
  [/^(跳过|跳题|未显示|未展示|not (shown|displayed|asked)|no consultado)$/, "not-shown"],
  [/^(空|未答|未作答|未填|未填写|漏答|没有回答|缺失|skipped|no answer|no response|not answered|missing)$/, "skipped"],
];

/** A cell that says in words why there is no answer; brackets around it are taken away: survey services write （跳过）.
 *  @returns what it means; null for anything else */
export function specialWord(cell: string): SpecialMeaning | null {
  const plain = cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^[([{<【「]\s*|\s*[)\]}>】」]$/g, "")
    .trim();
  return words.find(([form]) => form.test(plain))?.[1] ?? null;
}

/** Numbers that surveys use for "no answer", as long as they lie outside the scale. −3 and −2 are 问卷星's skipped by logic
 *  and left blank. */
const numbers: ReadonlyMap<number, SpecialMeaning> = new Map([
  [99, "not-applicable"],
  [-9, "not-applicable"],
  [-99, "not-applicable"],
  [999, "not-applicable"],
  [88, "not-applicable"],
  [98, "dont-know"],
  [-8, "dont-know"],
  [-98, "dont-know"],
  [998, "dont-know"],
  [97, "refused"],
  [-7, "refused"],
  [-97, "refused"],
  [997, "refused"],
  [-3, "not-shown"],
  [-2, "skipped"],
  [-1, "skipped"],
]);

export function specialNumber(value: number): SpecialMeaning | null {
  return numbers.get(value) ?? null;
}
