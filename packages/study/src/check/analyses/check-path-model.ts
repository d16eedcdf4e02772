/** A path model: its constructs have items, its paths lead somewhere and not in a circle. */
import type { AnalysisOf } from "../../definition/analyses/analysis-definition.ts";
import { publishedConstructs } from "../../definition/analyses/path-model.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import { nearestName } from "../../issue/nearest-name.ts";
import type { AnalysisPlace } from "./analysis-place.ts";
import { checkCodes } from "./check-codes.ts";
import type { FamilyCheck } from "./family-check.ts";
import { repeatedItems } from "./repeated-items.ts";

type PlaceOf = (...path: (string | number)[]) => AnalysisPlace;
type Settings = AnalysisOf<"path-model">;

export const checkPathModel: FamilyCheck<"path-model"> = (study, analysis, placeOf) => {
  const { model, compareBy, groups } = analysis;
  const constructs = model === "own" ? (analysis.constructs ?? []).map(({ code }) => code) : publishedConstructs[model];
  const ownIssues = model === "own" ? issuesOfOwn(analysis, placeOf) : issuesOfPublished(analysis, model, placeOf);
  const groupIssues = () => {
    if (groups === undefined) return [];
    return compareBy === undefined
      ? [missing(placeOf(), "compareBy")]
      : checkCodes(study, compareBy, groups, placeOf("groups"));
  };
  return [
    ...ownIssues,
    ...(constructs.length === 0 ? [] : indexIssues(analysis, constructs, placeOf)),
    ...groupIssues(),
  ];
};

function missing({ where, at }: AnalysisPlace, needs: string): Issue {
  return issue("analysis-part-missing", where, { at, needs });
}

function notListed({ where, at }: AnalysisPlace, found: string, allowed: readonly string[]): Issue {
  return issue("value-not-listed", where, { at, allowed, nearest: nearestName(found, allowed) });
}

function indexIssues({ index }: Settings, constructs: readonly string[], placeOf: PlaceOf): readonly Issue[] {
  if (constructs.includes(index ?? "satisfaction")) return [];
  return [index === undefined ? missing(placeOf(), "index") : notListed(placeOf("index"), index, constructs)];
}

function issuesOfPublished(
  { blocks, constructs, paths }: Settings,
  model: keyof typeof publishedConstructs,
  placeOf: PlaceOf,
): readonly Issue[] {
  const known: readonly string[] = publishedConstructs[model];
  const given = Object.entries(blocks ?? {});
  const codes = given.map(([code]) => code);
  const place = blocks === undefined ? placeOf() : placeOf("blocks");
  return [
    ...(constructs !== undefined || paths !== undefined ? [notListed(placeOf("model"), model, ["own"])] : []),
    ...known
      .filter((code) => !codes.includes(code))
      .map((code) => missing(place, blocks === undefined ? `blocks.${code}` : code)),
    ...codes.filter((code) => !known.includes(code)).map((code) => notListed(placeOf("blocks", code), code, known)),
    ...repeatedItems(
      given.map(([code, items]) => ({ items, path: ["blocks", code] })),
      placeOf,
    ),
  ];
}

function issuesOfOwn({ blocks, constructs, paths }: Settings, placeOf: PlaceOf): readonly Issue[] {
  if (constructs === undefined || paths === undefined) {
    return [
      ...(constructs === undefined ? [missing(placeOf(), "constructs")] : []),
      ...(paths === undefined ? [missing(placeOf(), "paths")] : []),
    ];
  }
  const codes = constructs.map(({ code }) => code);
  const unknown = paths.flatMap((path, i) =>
    (["from", "to"] as const)
      .filter((end) => !codes.includes(path[end]))
      .map((end) => notListed(placeOf("paths", i, end), path[end], codes)),
  );
  const twice = [
    ...codes.flatMap((code, i) => (codes.indexOf(code) < i ? [placeOf("constructs", i, "code")] : [])),
    ...paths.flatMap((path, i) =>
      paths.findIndex(({ from, to }) => from === path.from && to === path.to) < i ? [placeOf("paths", i)] : [],
    ),
  ];
  const alone = codes.filter((code) => !paths.some(({ from, to }) => from === code || to === code));
  const circle = circleIn(paths);
  const { where, at } = placeOf("paths");
  return [
    ...(blocks === undefined ? [] : [notListed(placeOf("model"), "own", Object.keys(publishedConstructs))]),
    ...twice.map((place) => issue("entry-twice", place.where, { at: place.at })),
    ...unknown,
    ...alone.map((construct) => issue("analysis-construct-alone", where, { at, construct })),
    ...(circle === null ? [] : [issue("analysis-path-cycle", where, { at, constructs: circle })]),
    ...repeatedItems(
      constructs.map(({ items }, i) => ({ items, path: ["constructs", i, "items"] })),
      placeOf,
    ),
  ];
}

/** The first circle, its start at both ends; null where paths lead forward only. */
function circleIn(paths: NonNullable<Settings["paths"]>): readonly string[] | null {
  const done = new Set<string>();
  const search = (construct: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(construct)) return [...trail.slice(trail.indexOf(construct)), construct];
    if (done.has(construct)) return null;
    done.add(construct);
    const next = paths.filter(({ from }) => from === construct);
    return next.map(({ to }) => search(to, [...trail, construct])).find((found) => found !== null) ?? null;
  };
  return paths.map(({ from }) => search(from, [])).find((found) => found !== null) ?? null;
}
