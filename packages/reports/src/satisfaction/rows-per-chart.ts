/** Rows that one chart can hold and still fit a printed page. */
export const rowsPerChart = 24;
