/** Which results: of a whole programme or of one wave, with which weight. */
export interface ResultsKey {
  readonly programmeId: string;
  readonly waveId: string | null;
  /** Empty: the weight that the study says. `none`: every respondent once. */
  readonly weight: string;
}

/** A job with this key that has not begun yet is replaced by the next. */
export function resultsJobKey({ programmeId, waveId, weight }: ResultsKey): string {
  return `results:${programmeId}:${waveId ?? "all"}:${weight}`;
}
