import { mapStrings } from "../src/document/clean-texts.ts";

/** Texts that are markup somewhere: in HTML, SVG, Typst or JSON. */
export const hostileTexts = [
  `<img src=x onerror="alert(1)">`,
  `<script>alert(1)</script>`,
  `"><svg onload=alert(1)>`,
  `</style></title><b>out</b>`,
  `#eval("1+1") #panic() #read("/etc/passwd")`,
  "$x^2$ *bold* _it_ `raw` = heading",
  `] #[ \\ \\u{41} @label <label>`,
  "'; -- {{x}} <%= x %>",
  "\u202eabc\u2066def\u0000\u0007",
  "\ud800 lone",
] as const;

/** Words of a study are planted in; what the results themselves are built of (codes, kinds, dates) stays. */
const plantable = /[^a-z0-9\-_/.]/i;

/** Plain data with each of its texts replaced by a planted one, in turn. Codes stay what they are. */
export function planted<Value>(value: Value, texts: readonly string[] = hostileTexts): Value {
  let next = 0;
  return mapStrings(value, (text) => {
    if (!plantable.test(text)) return text;
    next += 1;
    return `${texts[next % texts.length]} ${next}`;
  });
}
