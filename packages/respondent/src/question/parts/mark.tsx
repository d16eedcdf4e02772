import type { Sheet } from "../../view/sheet.ts";

/** Says of a question what sets it apart from most others: that it must be answered, or need not be. */
export function Mark({ sheet, required }: { readonly sheet: Sheet; readonly required: boolean }) {
  if (sheet.marked !== (required ? "required" : "optional")) return null;
  return <span class="mark"> {required ? sheet.words.required : sheet.words.optional}</span>;
}
