import { en as keysEn } from "../api-keys/messages/en.ts";
import { zh as keysZh } from "../api-keys/messages/zh.ts";
import { bytes, count } from "../format/number.ts";
import type { Language } from "../language/current-language.ts";
import { textIn } from "../language/local-text.ts";
import { roleNames } from "../members/role-names.ts";
import { en as unitsEn } from "../units/messages/en.ts";
import { zh as unitsZh } from "../units/messages/zh.ts";
import type { AuditMessages } from "./messages/zh.ts";

/** What turns the log's keys, codes and ids into words. */
export interface EntryWords {
  readonly words: AuditMessages;
  readonly language: Language;
  /** Units, programmes and waves one may see, by id. */
  readonly names: ReadonlyMap<string, string>;
}

type Fields = Readonly<Record<string, unknown>>;

/** What was done, in words; actions that came after this page are shown as the log has them. */
export function actionText(action: string, words: AuditMessages): string {
  const text = found(words.actions, action);
  if (text !== undefined) return text;
  // A refused request that leaves no entry of its own is logged under the name of its route.
  return action.includes(".") ? action : words.requested(action);
}

/** Of what: its name, else its kind and the beginning of its id. */
export function objectText(
  object: { readonly kind: string; readonly id: string; readonly name: string | null },
  of: EntryWords,
): string {
  const name = object.name ?? of.names.get(object.id);
  if (name !== undefined) return name;
  const kind = found(of.words.objects, object.kind) ?? object.kind;
  return `${kind} ${object.id.slice(0, shownOfId)}`;
}

/** What the log keeps beside an action, one value a line; a change as from and to, what stayed the same is left out. */
export function detailLines(details: Fields, of: EntryWords): readonly string[] {
  const { from, to, ...rest } = details;
  const lines = Object.entries(rest).map(([key, value]) => line(key, value, of));
  if (from === undefined || to === undefined) return lines;
  return [...changeLines(from, to, of), ...lines];
}

function changeLines(from: unknown, to: unknown, of: EntryWords): readonly string[] {
  if (!isFields(from) || !isFields(to)) return [`${valueText("", from, of)} → ${valueText("", to, of)}`];
  return Object.keys(to).flatMap((key) => {
    const [before, after] = [valueText(key, from[key], of), valueText(key, to[key], of)];
    return before === after || key === "version" ? [] : [`${label(key, of)}${of.words.colon}${before} → ${after}`];
  });
}

function line(key: string, value: unknown, of: EntryWords): string {
  if (isFields(value) && Object.keys(value).length === 2 && "from" in value && "to" in value) {
    return `${label(key, of)}${of.words.colon}${valueText(key, value.from, of)} → ${valueText(key, value.to, of)}`;
  }
  return `${label(key, of)}${of.words.colon}${valueText(key, value, of)}`;
}

function label(key: string, { words }: EntryWords): string {
  return found(words.keys, key) ?? key;
}

function valueText(key: string, value: unknown, of: EntryWords): string {
  const { words } = of;
  if (value === null || value === undefined || value === "") return found(words.nothing, key) ?? "—";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return key === "bytes" ? bytes(value) : count(value);
  if (typeof value === "string") return codeText(key, value, of);
  if (Array.isArray(value)) return value.map((each) => valueText(key, each, of)).join(words.listed) || "—";
  return isFields(value) ? fieldsText(value, of) : String(value);
}

function fieldsText(value: Fields, of: EntryWords): string {
  const { zh, en, role, unitId } = value;
  if (typeof zh === "string" || typeof en === "string") return textIn(value, of.language);
  if (role !== undefined && unitId !== undefined) {
    return of.words.roleIn(valueText("role", role, of), valueText("unitId", unitId, of));
  }
  const parts = Object.entries(value).map(([key, each]) => `${label(key, of)} ${valueText(key, each, of)}`);
  return parts.join(of.words.listed);
}

const shownOfId = 8;
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/i;
const isHash = /^[0-9a-f]{64}$/i;

function codeText(key: string, value: string, { words, language, names }: EntryWords): string {
  const known = names.get(value) ?? found(codes[language], value) ?? found(words.values, value);
  if (known !== undefined) return known;
  // A list of changed fields names fields.
  if (key === "changed" || key === "field") return found(words.keys, value) ?? value;
  return isId.test(value) || isHash.test(value) ? `${value.slice(0, shownOfId)}…` : value;
}

const codes = {
  zh: { ...unitsZh.kinds, ...roleNames.zh, ...keysZh.permissionNames },
  en: { ...unitsEn.kinds, ...roleNames.en, ...keysEn.permissionNames },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

function found(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
