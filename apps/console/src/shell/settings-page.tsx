import { Link, Navigate, Outlet } from "@tanstack/react-router";
import { PageHeading } from "../controls/page-heading.tsx";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { placesFor } from "./settings-places.ts";

/** The settings: a row of pages and the one that is open. */
export function SettingsPage() {
  const words = useMessages({ zh, en });
  const places = placesFor(useSession());
  return (
    <div className="page">
      <nav className="tabs" aria-label={words.settings}>
        {places.map(({ key, to }) => (
          <Link key={key} to={to} activeProps={{ "aria-current": "page" }}>
            {words.settingsPlaces[key]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}

/** `/settings` is the first page somebody may use. */
export function SettingsStart() {
  const words = useMessages({ zh, en });
  const first = placesFor(useSession())[0];
  if (first !== undefined) return <Navigate to={first.to} replace />;
  return (
    <div className="empty">
      <PageHeading title={words.settings} />
      <p>{words.noSettings}</p>
    </div>
  );
}
