/** A column of a question with several rows is named after both: “5、您对以下方面的满意度—响应速度”, “Q5[Speed]”, “Q5_a”. */
export interface QuestionParts {
  /** The question that several columns share; null where the name is one piece. */
  readonly question: string | null;
  readonly label: string;
}

const forms: readonly RegExp[] = [
  /^(?<question>.+?)\s*[[【]\s*(?<label>[^\]】]+?)\s*[\]】]\s*$/,
  /^(?<question>.+?)\s*(?:—+|–|--|\|)\s*(?<label>.+)$/,
  /^(?<question>.+?)\s*[:：]\s*(?<label>.+)$/,
  /^(?<question>.+?)\s*[（(](?<label>[^（()）]+)[)）]$/,
  /^(?<question>[^_]{2,})_(?<label>.+)$/,
];

export function questionParts(name: string): QuestionParts {
  const plain = withoutNumber(name);
  for (const form of forms) {
    const { question, label } = form.exec(plain)?.groups ?? {};
    if (question !== undefined && label !== undefined) return { question: withoutNumber(question), label };
  }
  return { question: null, label: plain };
}

/** “5、”, “Q5.”, “3)” before the words; kept where nothing would be left. */
function withoutNumber(text: string): string {
  const bare = text.trim().replace(/^(Q|q|题|第)?\d{1,3}\s*(题)?\s*[、.．:：)）]\s*(?=\S)/, "");
  return bare === "" ? text.trim() : bare;
}

/** What two columns about the same thing share: “响应速度满意度” and “响应速度的重要程度” are both about 响应速度. */
export function subjectOf(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(
      /(满意(程?度)?|重要(程?度|性)?|评价|评分|打分|satisfaction|satisfied|importance|important|with|rating|of|您对|的|对)/g,
      "",
    )
    .replace(/^[a-z]?\d*[、.．:：)）]/, "")
    .replace(/[\s\p{P}_—]+/gu, "");
}
