import { getRouteApi } from "@tanstack/react-router";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { DraftStore } from "../draft/draft-store.ts";
import { type Place, placeOfText, placeText } from "./place.ts";
import { nearestField } from "./place-of-path.ts";

const page = getRouteApi("/signed-in/programmes/$programmeId/questionnaire");

interface PlaceState {
  readonly place: Place;
  readonly go: (place: Place, field: string | null) => void;
  /** The box the form stands in. */
  readonly form: RefObject<HTMLDivElement | null>;
  /** Where there is room for one of them only. */
  readonly narrow: "outline" | "form";
  readonly toOutline: () => void;
}

/** What is edited, kept in the address; and the way to a field of something else. */
export function usePlace(store: DraftStore): PlaceState {
  const { at: address } = page.useSearch();
  const navigate = page.useNavigate();
  const [place, setPlace] = useState<Place>(() => placeOfText(address) ?? firstPlace(store));
  const [narrow, setNarrow] = useState<"outline" | "form">(address === undefined ? "outline" : "form");
  const form = useRef<HTMLDivElement>(null);
  const at = useRef(placeText(place));
  const [wanted, setWanted] = useState<{ readonly field: string } | null>(null);

  const go = useCallback(
    (next: Place, field: string | null) => {
      setPlace(next);
      setNarrow("form");
      setWanted(field === null ? null : { field });
      void navigate({ search: { at: placeText(next) }, replace: true, resetScroll: false });
    },
    [navigate],
  );

  useEffect(() => {
    // Whoever goes on to something else begins at its heading, not where the last form was scrolled to.
    if (placeText(place) === at.current) return;
    at.current = placeText(place);
    const box = form.current;
    if (box === null) return;
    const hidden = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    if (box.getBoundingClientRect().top < hidden) box.scrollIntoView({ block: "start" });
  }, [place]);

  useEffect(() => {
    if (wanted === null || form.current === null) return;
    const fields = [...form.current.querySelectorAll<HTMLElement>("[data-field]")];
    const nearest = nearestField(
      fields.map(({ dataset }) => dataset.field ?? ""),
      wanted.field,
    );
    const found = fields.find(({ dataset }) => dataset.field === nearest) ?? fields[0];
    const hidden = found?.closest("details");
    if (hidden) hidden.open = true;
    const focusable = found?.matches("input, select, textarea, button")
      ? found
      : found?.querySelector<HTMLElement>("input, select, textarea, button");
    focusable?.focus();
    if (wanted.field === "first" && focusable instanceof HTMLTextAreaElement) focusable.select();
  }, [wanted]);

  return { place, go, form, narrow, toOutline: () => setNarrow("outline") };
}

/** One begins with the first question. */
function firstPlace(store: DraftStore): Place {
  const question = store.draft().pages.flatMap(({ questions }) => questions)[0];
  return question === undefined ? { kind: "welcome" } : { kind: "question", code: question.code };
}
