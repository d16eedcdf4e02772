/** Two of the three measures that are often taken for each other: customers who are satisfied, ratings that are. */
import { columns } from "@manyi/dataset/query/columns";
import { reaches } from "@manyi/statistics/index/grade-band";
import { shareEstimateFromSums } from "@manyi/statistics/scores/share";
import { type Sums, sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { Run } from "../plan/run.ts";

/** 1 for a customer whose own index reaches the threshold, 0 below it. */
export function satisfiedCustomers(respondents: Float64Array, from: number): Float64Array {
  return respondents.map((value) => (Number.isNaN(value) ? Number.NaN : Number(reaches(value, from))));
}

export function satisfiedCustomerRate(run: Run, respondents: Float64Array, weights: Float64Array | null) {
  const sums = sumsOfColumn(satisfiedCustomers(respondents, run.plan.satisfiedFrom), weights, run.designN);
  return shareEstimateFromSums(sums, run.plan.confidence);
}

/** Share of satisfied ratings among all ratings of the index items. Ratings of one person go together, so the person
 *  is the unit of the variance: the ratio Σωt / Σωm (t satisfied of m ratings) is the mean of t/m weighted by ωm. */
export function satisfiedRatingSums(run: Run): Sums {
  const { dataset, index } = run.plan;
  const variables = index.map(({ item }) => ({
    column: item.column,
    values: item.answers.map((answer) => (item.top.has(answer.value) ? 1 : 0)),
  }));
  const read = columns(dataset, variables, [], run.weight);
  const ratings = new Float64Array(read.rows);
  const satisfied = new Float64Array(read.rows);
  for (const marks of read.variables) {
    for (let row = 0; row < marks.length; row++) {
      if (Number.isNaN(marks[row])) continue;
      ratings[row]++;
      satisfied[row] += marks[row];
    }
  }
  const share = satisfied.map((count, row) => (ratings[row] > 0 ? count / ratings[row] : Number.NaN));
  const weights = read.weights === null ? ratings : ratings.map((count, row) => count * (read.weights?.[row] ?? 0));
  return sumsOfColumn(share, weights, run.designN);
}
