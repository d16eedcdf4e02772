import { Link } from "@tanstack/react-router";
import { PageHeading } from "../controls/page-heading.tsx";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** An address that leads nowhere. */
export function NotFound() {
  const words = useMessages({ zh, en });
  return (
    <div className="page">
      <div className="empty">
        <PageHeading title={words.notFound} />
        <p>{words.notFoundWhy}</p>
        <Link to="/programmes" className="button primary">
          {words.toProgrammes}
        </Link>
      </div>
    </div>
  );
}
