/** How much agreement there is between two categories, 0 (none) to 1 (the same). @param categories how many there are, two at least */
export type AgreementWeight = (first: number, second: number, categories: number) => number;

/** Categories without an order: the same or not. */
export const exactAgreement: AgreementWeight = (first, second) => (first === second ? 1 : 0);

/** 1 − |i − j|/(k − 1): each step away costs the same. Source: Cicchetti & Allison 1971 */
export const linearAgreement: AgreementWeight = (first, second, categories) =>
  1 - Math.abs(first - second) / (categories - 1);

/** 1 − (i − j)²/(k − 1)²: far steps cost more. Source: Fleiss & Cohen 1973 */
export const quadraticAgreement: AgreementWeight = (first, second, categories) =>
  1 - ((first - second) / (categories - 1)) ** 2;
