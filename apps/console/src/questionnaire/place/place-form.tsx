import { useEditor } from "../editor/editor-context.ts";
import type { Place } from "../editor/place.ts";
import { QuestionForm } from "../form/question-form.tsx";
import { ScoringForm } from "../scoring/scoring-form.tsx";
import { LanguagesForm } from "./languages-form.tsx";
import { PageForm } from "./page-form.tsx";
import { ScaleForm } from "./scale-form.tsx";
import { ThanksForm } from "./thanks-form.tsx";
import { WelcomeForm } from "./welcome-form.tsx";

/** The form of what is being edited. Who may only look finds every field shut. */
export function PlaceForm({ place }: { readonly place: Place }) {
  const { mayEdit } = useEditor();
  return (
    <fieldset className="field-set" disabled={!mayEdit}>
      <FormOf place={place} />
    </fieldset>
  );
}

function FormOf({ place }: { readonly place: Place }) {
  switch (place.kind) {
    case "question":
      return <QuestionForm key={place.code} code={place.code} />;
    case "page":
      return <PageForm key={place.code} code={place.code} />;
    case "scale":
      return <ScaleForm key={place.code} code={place.code} />;
    case "welcome":
      return <WelcomeForm />;
    case "thanks":
      return <ThanksForm />;
    case "languages":
      return <LanguagesForm />;
    case "scoring":
      return <ScoringForm />;
  }
}
