/**
 * What `study.json` may say, as a schema. It is published as `study.schema.json`, so that an editor completes and
 * checks while one types; what a schema cannot say (a question that names no column, weights that sum to nothing)
 * is checked in `check/`.
 */
import { type Static, Type } from "typebox";
import { type AnalysisDefinition, AnalysisSchema } from "./analyses/analysis-definition.ts";
import { indexWeightings } from "./index-weightings.ts";
import { type Indicator, IndicatorSchema } from "./indicator.ts";
import type { LocalText } from "./local-text.ts";
import { Code, ColumnName, columnTypes, IsoDate, LocalTextSchema, Name } from "./primitives.ts";
import { type Scale, ScaleSchema, Special } from "./scale.ts";

const closed = { additionalProperties: false } as const;

const DataFile = Type.Object(
  {
    file: Type.String({ minLength: 1, maxLength: 300, description: "Beside study.json: .csv, .tsv, .txt or .xlsx." }),
    encoding: Type.Optional(Type.Enum(["auto", "utf-8", "gb18030", "utf-16le", "windows-1252"])),
    delimiter: Type.Optional(Type.Enum(["auto", ",", ";", "\t", "|"])),
    sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: "Of an .xlsx; default the first." })),
  },
  closed,
);

const ColumnSchema = Type.Object(
  {
    name: ColumnName,
    type: Type.Enum([...columnTypes]),
    label: Type.Optional(LocalTextSchema),
    scale: Type.Optional(Name),
    minimum: Type.Optional(Type.Number()),
    maximum: Type.Optional(Type.Number()),
    special: Type.Optional({ ...Special, description: "Of a number column: codes that are no number, and why." }),
    reworded: Type.Optional(
      Type.Array(Code, {
        minItems: 1,
        maxItems: 1_000,
        description: "Codes of the waves that asked it in other words than the wave before.",
      }),
    ),
  },
  closed,
);

const Cases = Type.Object(
  {
    key: Type.Optional(ColumnName),
    frequency: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 300,
        description: "Column that says how many respondents a row stands for.",
      }),
    ),
    duplicates: Type.Optional(
      Type.Object(
        {
          compare: Type.Enum(["all-but-key", "key"]),
          keep: Type.Optional(Type.Enum(["first", "last"])),
        },
        closed,
      ),
    ),
    test: Type.Optional(Type.Object({ column: ColumnName, codes: Type.Array(Code, { minItems: 1 }) }, closed)),
  },
  closed,
);

const Band = Type.Object(
  { code: Name, label: LocalTextSchema, from: Type.Number({ minimum: 0, maximum: 100 }) },
  closed,
);

const IndexSettings = Type.Object(
  {
    weights: Type.Optional(Type.Enum([...indexWeightings])),
    minimumAnsweredShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    satisfiedFrom: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 100,
        description: "A customer whose own index reaches this is satisfied; default 70.",
      }),
    ),
    grades: Type.Optional(
      Type.Object(
        {
          name: LocalTextSchema,
          conversion: Type.Enum(["range", "maximum", "marks"]),
          bands: Type.Array(Band, { minItems: 2, maxItems: 12 }),
        },
        closed,
      ),
    ),
  },
  closed,
);

const measureNames = ["overall", "nps", "ces", "repurchase", "recommendation"] as const;
const Measures = Type.Object(
  Object.fromEntries(measureNames.map((name) => [name, Type.Optional(ColumnName)])) as Record<
    (typeof measureNames)[number],
    ReturnType<typeof Type.Optional<typeof ColumnName>>
  >,
  { ...closed, description: "Which column is the overall satisfaction, the recommendation 0–10, the effort …" },
);

const Target = Type.Object(
  {
    measure: Type.Enum([
      "csi",
      "satisfied-customer-rate",
      "satisfied-rating-share",
      "overall-index",
      "csat",
      "nps",
      "ces",
      "repurchase",
      "recommendation",
    ]),
    value: Type.Number({ description: "In the measure's unit: index points, NPS points, or a share 0–1." }),
    baseline: Type.Optional(Type.Number()),
    due: Type.Optional(IsoDate),
    owner: Type.Optional(LocalTextSchema),
  },
  closed,
);

export const StudySchema = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    format: Type.Literal("manyi-study/1"),
    id: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }),
    title: LocalTextSchema,
    organisation: Type.Optional(LocalTextSchema),
    purpose: Type.Optional(LocalTextSchema),
    population: Type.Optional(LocalTextSchema),
    method: Type.Optional(LocalTextSchema),
    source: Type.Optional(LocalTextSchema),
    period: Type.Optional(Type.Object({ from: IsoDate, to: IsoDate }, closed)),
    invited: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    data: DataFile,
    scales: Type.Record(Name, ScaleSchema),
    columns: Type.Array(ColumnSchema, { minItems: 1, maxItems: 5_000 }),
    cases: Type.Optional(Cases),
    weights: Type.Optional(
      Type.Array(Type.Object({ column: ColumnName, label: LocalTextSchema }, closed), { maxItems: 10 }),
    ),
    analysis: Type.Optional(
      Type.Object(
        {
          weight: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 300,
              description: 'Weight column of the report; "none": unweighted.',
            }),
          ),
          alsoClusteredBy: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 300,
              description:
                "Column of the clusters the sample was drawn by: key figures then also show an interval that allows for them.",
            }),
          ),
          confidence: Type.Optional(Type.Number({ minimum: 0.5, maximum: 0.999 })),
          minimumGroup: Type.Optional(Type.Integer({ minimum: 5, maximum: 1_000, description: "Default 10." })),
        },
        closed,
      ),
    ),
    measures: Type.Optional(Measures),
    index: Type.Optional(IndexSettings),
    indicators: Type.Optional(Type.Array(IndicatorSchema, { minItems: 1, maxItems: 100 })),
    furtherItems: Type.Optional(
      Type.Array(ColumnName, {
        maxItems: 500,
        description: "Ratings outside the indicator system that are reported too.",
      }),
    ),
    waves: Type.Optional(Type.Object({ column: ColumnName }, closed)),
    units: Type.Optional(Type.Array(ColumnName, { maxItems: 50 })),
    segments: Type.Optional(Type.Array(ColumnName, { maxItems: 50 })),
    targets: Type.Optional(Type.Array(Target, { maxItems: 50 })),
    analyses: Type.Optional(
      Type.Array(AnalysisSchema, {
        maxItems: 50,
        description: "What the report is to hold besides its fixed sections, in this order.",
      }),
    ),
  },
  { ...closed, $id: "manyi-study-1.schema.json", title: "Manyi study" },
);

export type Column = Static<typeof ColumnSchema>;
export type DataFile = Static<typeof DataFile>;
export type CaseRules = Static<typeof Cases>;
export type IndexSettings = Static<typeof IndexSettings>;
export type MeasureName = (typeof measureNames)[number];
export type TargetDefinition = Static<typeof Target>;

/** A study as its author wrote it, after the check. */
export interface StudyDefinition {
  readonly id: string;
  readonly title: LocalText;
  readonly organisation?: LocalText;
  readonly purpose?: LocalText;
  readonly population?: LocalText;
  readonly method?: LocalText;
  readonly source?: LocalText;
  readonly period?: { readonly from: string; readonly to: string };
  readonly invited?: number;
  readonly data: DataFile;
  readonly scales: Readonly<Record<string, Scale>>;
  readonly columns: readonly Column[];
  readonly cases?: CaseRules;
  readonly weights?: readonly { readonly column: string; readonly label: LocalText }[];
  readonly analysis?: {
    readonly weight?: string;
    readonly alsoClusteredBy?: string;
    readonly confidence?: number;
    readonly minimumGroup?: number;
  };
  readonly measures?: Readonly<Partial<Record<MeasureName, string>>>;
  readonly index?: IndexSettings;
  readonly indicators?: readonly Indicator[];
  readonly furtherItems?: readonly string[];
  readonly waves?: { readonly column: string };
  readonly units?: readonly string[];
  readonly segments?: readonly string[];
  readonly targets?: readonly TargetDefinition[];
  readonly analyses?: readonly AnalysisDefinition[];
}
