import type { Session } from "@manyi/contract/session/session";
import { may } from "../session/session-query.ts";

/** The pages of the settings, in the order in which an organisation is set up. */
const settingsPlaces = [
  { key: "organisation", to: "/settings/organisation", permission: "organisation:manage" },
  { key: "units", to: "/settings/units", permission: "organisation:manage" },
  { key: "members", to: "/settings/members", permission: "members:manage" },
  { key: "apiKeys", to: "/settings/api-keys", permission: "keys:manage" },
  { key: "audit", to: "/settings/audit", permission: "audit:read" },
] as const;

export type SettingsPlace = (typeof settingsPlaces)[number];

/** Those somebody may use: a page that only refuses is no place. */
export function placesFor(session: Session): readonly SettingsPlace[] {
  return settingsPlaces.filter(({ permission }) => may(session, permission));
}
