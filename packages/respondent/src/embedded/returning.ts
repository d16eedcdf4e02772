/** What the notice of a survey that ends carries for its script: who has begun on this device is led on. */
export interface Returning {
  readonly link: string;
  /** `closing`: what was begun may be finished. `closed`: only what was finished and never got through is sent. */
  readonly wave: "closing" | "closed";
}

/** Id of the element that holds it. */
export const returningId = "returning";
/** Id of the line that names the receipt of what this device has sent; hidden where there is none. */
export const receivedLineId = "received";
/** Stands in that line for the receipt. */
export const receiptMark = "%";
/** In the address of the form, also while it is not open to everybody. */
export const continueField = "continue";
