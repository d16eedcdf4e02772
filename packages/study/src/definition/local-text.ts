/** A text in one or more languages, by language tag (`zh`, `en`, …). At least one entry is present. */
export type LocalText = Readonly<Record<string, string>>;
