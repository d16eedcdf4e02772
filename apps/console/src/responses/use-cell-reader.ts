import { readQuestionnaireVersion } from "@manyi/contract/questionnaire/questionnaires";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { routeQuery } from "../call/use-route.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useProgramme } from "../programme/use-programme.ts";
import { type CellReader, cellReader } from "./cell-text.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** The words of the newest published version for the answers of this programme; codes stand until they are there. */
export function useCellReader(): CellReader {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { id, questionnaire } = useProgramme();
  const newest = questionnaire?.versions ?? 0;
  const version = useQuery({
    ...routeQuery(readQuestionnaireVersion, { params: { programmeId: id, number: newest } }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: newest > 0,
  });
  const content = version.data?.content ?? null;
  return useMemo(() => cellReader(content, language, words), [content, language, words]);
}
