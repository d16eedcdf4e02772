import { momentsOf } from "../../../src/moments/moments.ts";
import { estimatePathModel } from "../../../src/path-model/estimate.ts";
import type { PathModelFit } from "../../../src/path-model/fit.ts";
import type { ItemScale } from "../../../src/path-model/index-weights.ts";
import { ecsi } from "../../../src/path-model/models/ecsi.ts";
import { turnedConstructs } from "../../../src/path-model/orientation.ts";
import type { Construct, InnerScheme, Path, PathModel } from "../../../src/path-model/path-model.ts";
import type { PathSample } from "../../../src/path-model/path-sample.ts";
import { numberOption } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTable, isTree, type ReferenceTree, type ReferenceValue } from "../../reference-value.ts";

/** A file of the family, its data and the model it is about. */
export interface PathModelFile {
  readonly file: ReferenceFile;
  readonly sample: PathSample;
  readonly model: PathModel;
  readonly scheme: InnerScheme;
  readonly fit: PathModelFit;
}

/** @throws Error where the model cannot be estimated from the data */
export function pathModelFile(file: ReferenceFile): PathModelFile {
  const table = file.data(file.dataset);
  const model = modelOf(file);
  const variables = model.constructs.flatMap(({ items }) => items);
  const sample = { variables, columns: variables.map(table.numbers), caseWeights: null };
  const scheme = schemeOf(file.options.inner_scheme);
  const options = { tolerance: numberOption(file, "tolerance", 1e-13), maximumIterations: 3000 };
  const fit = estimatePathModel(momentsOf(sample), model, scheme, options);
  if (fit.kind !== "estimated") throw new Error(`no path model: ${JSON.stringify(fit)}`);
  return { file, sample, model, scheme, fit: oriented(fit, file) };
}

/** All items on one scale: `scale_min` to `scale_max`; 1–10, that of the national models, where a file says nothing. */
export function scaleOf(file: ReferenceFile): ItemScale {
  return { minimum: numberOption(file, "scale_min", 1), maximum: numberOption(file, "scale_max", 10) };
}

/** As the file states it, or the ECSI's with those of its constructs that the file names. */
export function modelOf({ data, dataset, options, values }: ReferenceFile): PathModel {
  const { blocks, modes, paths } = options;
  const constructs = isTree(blocks)
    ? constructsOf(blocks, modes)
    : mobileConstructs(data(dataset).names, namesIn(values));
  const names = new Set(constructs.map(({ name }) => name));
  const stated = Array.isArray(paths) ? pathsOf(paths) : mobilePaths;
  return { constructs, paths: stated.filter(({ from, to }) => names.has(from) && names.has(to)) };
}

function constructsOf(blocks: ReferenceTree, modes: ReferenceValue | undefined): readonly Construct[] {
  return Object.entries(blocks).map(([name, items]) => {
    const mode = isTree(modes) && modes[name] === "B" ? "B" : "A";
    return { name, items: textsOf(items), mode };
  });
}

/** `[{ from: […], to: […] }]`: from each to each. */
function pathsOf(stated: readonly ReferenceValue[]): readonly Path[] {
  return stated.flatMap((each) =>
    isTree(each) ? textsOf(each.from).flatMap((from) => textsOf(each.to).map((to) => ({ from, to }))) : [],
  );
}

/** One text stands without brackets. */
function textsOf(value: ReferenceValue | undefined): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === "string");
}

/** Files that state no model are about the ECSI's, whose items begin so. */
const mobilePrefixes: Readonly<Record<string, string>> = {
  Image: "IMAG",
  Expectation: "CUEX",
  Quality: "PERQ",
  Value: "PERV",
  Satisfaction: "CUSA",
  Complaints: "CUSCO",
  Loyalty: "CUSL",
};

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const mobilePaths = ecsi.paths.map(({ from, to }): Path => ({ from: capital(from), to: capital(to) }));

/** @param named constructs that the file's values name; where none is, all those that have items */
function mobileConstructs(columns: readonly string[], named: ReadonlySet<string>): readonly Construct[] {
  const all = Object.entries(mobilePrefixes);
  const meant = all.some(([name]) => named.has(name)) ? all.filter(([name]) => named.has(name)) : all;
  return meant.flatMap(([name, prefix]): Construct[] => {
    const items = columns.filter((column) => column.startsWith(prefix) && /^\d*$/.test(column.slice(prefix.length)));
    return items.length === 0 ? [] : [{ name, items, mode: "A" }];
  });
}

/** Keys, and names of rows and columns. */
function namesIn(value: ReferenceValue): ReadonlySet<string> {
  if (isTable(value)) return new Set([...value.rows, ...value.cols]);
  if (!isTree(value)) return new Set();
  return new Set(Object.entries(value).flatMap(([key, child]) => [key, ...namesIn(child)]));
}

function schemeOf(stated: ReferenceValue | undefined): InnerScheme {
  if (stated === undefined || stated === "path") return "path";
  if (stated === "centroid" || stated === "factorial") return stated;
  throw new Error(`no inner scheme ${String(stated)}`);
}

/**
 * A construct is determined up to its sign. Its dominant item, the one with the largest loading in the file, says which way round
 * the file has it; of the file's loadings nothing but this sign is used.
 */
function oriented(fit: PathModelFit, { values }: ReferenceFile): PathModelFit {
  const { loadings } = values;
  if (!isTree(loadings)) return fit;
  const turned = fit.model.constructs.filter(({ items }, j) => {
    const stated = items.map((item) => Number(loadings[item] ?? 0));
    const dominant = stated.reduce((best, value, k) => (Math.abs(value) > Math.abs(stated[best]) ? k : best), 0);
    return stated[dominant] * fit.loadings[fit.layout.starts[j] + dominant] < 0;
  });
  return turnedConstructs(fit, new Set(turned.map(({ name }) => name)));
}
