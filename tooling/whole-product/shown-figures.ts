/** What a results page shows, read from its elements. */
import type { Page } from "playwright-core";

/** The tables of a section, its subsections' included: rows of cells as a reader sees them; of a drawn interval its words.
 *  @param section its anchor */
export function tablesIn(page: Page, section: string): Promise<string[][][]> {
  return page
    .locator(`section#${section} table`)
    .evaluateAll((tables) =>
      (tables as unknown as ShownTable[]).map((table) =>
        [...table.tBodies].flatMap(({ rows }) =>
          [...rows].map(({ cells }) =>
            [...cells].map(
              (cell) => cell.querySelector("[aria-label]")?.getAttribute("aria-label") ?? cell.innerText.trim(),
            ),
          ),
        ),
      ),
    );
}

/** As far as it is read; the types of a browser are not those of a test. */
interface ShownTable {
  readonly tBodies: Iterable<{
    readonly rows: Iterable<{ readonly cells: Iterable<ShownCell> }>;
  }>;
}

interface ShownCell {
  readonly innerText: string;
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
}

export interface ShownNumber {
  readonly name: string;
  readonly value: string;
  /** Interval and answers. */
  readonly detail: string;
}

/** The key figures at the head of the page. */
export function keyNumbersOn(page: Page): Promise<ShownNumber[]> {
  return Promise.all([
    page.locator("#summary .key-figures dt").allInnerTexts(),
    page.locator("#summary .key-figures .value").allInnerTexts(),
    page.locator("#summary .key-figures .detail").allInnerTexts(),
  ]).then(([names, values, details]) =>
    names.map((name, index) => ({ name, value: values[index] ?? "", detail: details[index] ?? "" })),
  );
}
