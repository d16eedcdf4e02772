/** What each finding's text speaks of: names and numbers already in words of one language, units and rounding done. */
export interface FindingDetails {
  "csi-level": { value: string; interval: string; n: string };
  "csi-grade-certain": { grade: string; scale: string };
  "csi-grade-open": { grades: string; scale: string };
  "three-measures": { index: string; customers: string; from: string; ratings: string };
  "nps-positive": { value: string; interval: string };
  "nps-negative": { value: string; interval: string };
  "nps-balanced": { value: string; interval: string };
  "csat-level": { question: string; value: string; interval: string; n: string };
  "target-met": { measure: string; target: string; value: string; interval: string };
  "target-missed": { measure: string; target: string; value: string; interval: string };
  "target-open": { measure: string; target: string; value: string; interval: string };
  "items-above": { items: string; csi: string };
  "items-below": { items: string; csi: string };
  "matrix-priority": { items: string };
  "drivers-above-even": { items: string; even: string; explained: string };
  "drivers-even": { explained: string };
  "group-higher": { grouping: string; groups: string; measure: string };
  "group-lower": { grouping: string; groups: string; measure: string };
  "groups-no-evidence": { groupings: string; measure: string };
  "change-up": { measure: string; from: string; to: string; change: string };
  "change-down": { measure: string; from: string; to: string; change: string };
  "change-none": { measures: string; from: string; to: string };
  "item-change-up": { items: string; from: string; to: string };
  "item-change-down": { items: string; from: string; to: string };
  "caution-response-rate": Record<never, never>;
  "caution-nonresponse": { rate: string; invited: string };
  "caution-few": { n: string; half: string };
  "caution-complete-cases": { n: string; share: string };
  "caution-no-rating": { items: string };
  "caution-design-effect": { effect: string; n: string; effectiveN: string };
  "caution-reworded": { items: string; from: string; to: string };
  "caution-unreliable": { parts: string };
  "caution-set-aside": { answers: string };
  "caution-weights-replaced": { wanted: string };
}
export type FindingCode = keyof FindingDetails;
