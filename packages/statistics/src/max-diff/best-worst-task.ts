/**
 * MaxDiff, or best–worst scaling: respondents see a few items at a time and say which matters most and which least. Unlike ratings of
 * importance, where everything is important, this makes them choose.
 */

/** One screen that a respondent answered. */
export interface BestWorstTask {
  /** Place of the respondent, from 0. */
  readonly respondent: number;
  /** Places of the items shown, from 0; two or more, each once. */
  readonly items: readonly number[];
  /** Of those shown, two different ones. */
  readonly best: number;
  readonly worst: number;
}

export interface BestWorstAnswers {
  readonly items: readonly string[];
  readonly tasks: readonly BestWorstTask[];
  /** One a respondent, or null; a weight of 0 leaves the respondent out. */
  readonly weights: Float64Array | null;
}

/** Items that were shown to nobody. */
export interface NeverShown {
  readonly kind: "never-shown";
  readonly items: readonly string[];
}

/** Tasks of respondents with a weight. @throws RangeError if a task or a weight cannot be */
export function weightedTasks({ items, tasks, weights }: BestWorstAnswers) {
  if (items.length < 2) throw new RangeError("best–worst scaling needs two items or more");
  if (weights?.some((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY))) throw new RangeError("a weight");
  for (const task of tasks) {
    const isShown = (item: number) => Number.isInteger(item) && item >= 0 && item < items.length;
    const isValid =
      task.items.length > 1 && task.items.every(isShown) && new Set(task.items).size === task.items.length;
    if (!isValid || task.best === task.worst || !task.items.includes(task.best) || !task.items.includes(task.worst)) {
      throw new RangeError(`no task: ${task.items.join(", ")}; best ${task.best}, worst ${task.worst}`);
    }
    const known = Number.isInteger(task.respondent) && task.respondent >= 0;
    if (!known || (weights !== null && task.respondent >= weights.length)) {
      throw new RangeError(`no respondent ${task.respondent}`);
    }
  }
  const weightOf = (respondent: number) => (weights === null ? 1 : weights[respondent]);
  const used = tasks.filter(({ respondent }) => weightOf(respondent) > 0);
  const respondents = [...new Set(used.map(({ respondent }) => respondent))];
  const weight = respondents.reduce((sum, respondent) => sum + weightOf(respondent), 0);
  const squaredWeight = respondents.reduce((sum, respondent) => sum + weightOf(respondent) ** 2, 0);
  return { used, weightOf, respondents, weight, squaredWeight };
}

/** By name, items that no task shows. */
export function neverShown(items: readonly string[], tasks: readonly BestWorstTask[]): readonly string[] {
  const shown = new Set(tasks.flatMap((task) => task.items));
  return items.filter((_, item) => !shown.has(item));
}
