import { type Static, Type } from "typebox";

/** Longest text of a question or option. */
export const longestText = 5_000;

/** A text by language tag (BCP 47: `zh`, `en`, `zh-TW`). In a draft it may be empty or lack a language; the check says so. */
export const LocalText = Type.Record(
  Type.String({ pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" }),
  Type.String({ maxLength: longestText }),
  {
    additionalProperties: false,
    description: 'A text by language, e.g. { "zh": "专业能力", "en": "Professionalism" }.',
  },
);
export type LocalText = Readonly<Static<typeof LocalText>>;

export const LanguageTag = Type.String({ pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" });

/** Names a question, row, option or scale for ever: answers are kept under it. */
export const Code = Type.String({
  pattern: "^[A-Za-z][A-Za-z0-9_]{0,39}$",
  description: "Latin letters, digits, underscore; begins with a letter. It stays when words change.",
});

/** Names an answer option: may begin with a digit. */
export const OptionCode = Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$" });

/** Names what a question asks: one column of the answers. `service`, or `service_speed` for a row of a matrix. */
export const ItemName = Type.String({ minLength: 1, maxLength: 90 });

export const closed = { additionalProperties: false } as const;
