/** What respondents are told: whole minutes, never fewer than it takes.
 *  @returns 0: less than one minute */
export function minutesOf(seconds: number): number {
  return seconds < 50 ? 0 : Math.ceil(seconds / 60);
}
