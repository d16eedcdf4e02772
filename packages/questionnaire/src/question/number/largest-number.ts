/** Far beyond what anybody counts; digits up to here are written without an exponent. */
export const largestNumber = 1_000_000_000_000;
