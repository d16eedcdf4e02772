const numerals = "零一二三四五六七八九十";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const collator = new Intl.Collator("en", { numeric: true });

const year = "(19|20)\\d\\d";
const forms = [
  new RegExp(`^${year}年?$`),
  new RegExp(`^${year}[-_/.年 ]?(q[1-4]|第?[1-4一二三四]季度?|h[12]|[上下]半年)$`, "i"),
  new RegExp(`^(q[1-4]|h[12])[-_/ ]?${year}$`, "i"),
  new RegExp(`^${year}[-_/.年 ](0?[1-9]|1[0-2])月?$`),
  new RegExp(`^${year}(0[1-9]|1[0-2])$`),
  /^第\s*[\d一二三四五六七八九十]+\s*(期|轮|次|季度|批|波)$/,
  /^(wave|round|quarter|q|w)[-_ ]?\d{1,3}$/i,
  new RegExp(`^(${months.join("|")})[a-z]*[-_ ,.]*${year}$`, "i"),
  /^(一|二|三|四|五|六|七|八|九|十|十一|十二|\d{1,2})月份?$/,
];

/** Whether a cell names a stretch of time or a round, as waves are called: 2025Q1, 2025年3月, 第二期, Wave 3. */
export function namesWave(cell: string): boolean {
  const plain = cell.normalize("NFKC").trim();
  return forms.some((form) => form.test(plain));
}

/** Waves in order of time, as far as their names say it. */
export function inOrderOfTime(waves: Iterable<string>): readonly string[] {
  return [...waves].sort((a, b) => collator.compare(sortable(a), sortable(b)));
}

/** Years first, numerals and names of months as numbers. */
function sortable(wave: string): string {
  const plain = wave.normalize("NFKC").trim().toLowerCase();
  const counted = plain
    .replace("上半年", "h1")
    .replace("下半年", "h2")
    .replace(/[一二三四五六七八九十]+/, (text) => String(numberOf(text)))
    .replace(/[a-z]{3,}/, (text) => {
      const month = months.indexOf(text.slice(0, 3));
      return month === -1 ? text : String(month + 1);
    });
  const found = /(19|20)\d\d/.exec(counted)?.[0];
  return found === undefined ? counted : `${found} ${counted.replace(found, "")}`;
}

function numberOf(text: string): number {
  const [before, after] = text.split("十");
  if (after === undefined) return numerals.indexOf(text);
  return (before === "" ? 1 : numerals.indexOf(before)) * 10 + (after === "" ? 0 : numerals.indexOf(after));
}
