import type { Messages } from "../zh.ts";

export const appendix: Messages["appendix"] = {
  heading: "Appendix",
  weightMethods: {
    equal: "Equal",
    entered: "Entered in the study",
    stated: "Stated importance",
    correlation: "Correlation",
    regression: "Regression",
    lmg: "LMG (Shapley)",
    johnson: "Johnson's weights",
    entropy: "Entropy",
  },
  intervalMethods: {
    wilson: { name: "Wilson interval", words: "Shares; holds near 0 and 1 too." },
    "wilson-effective-n": { name: "Wilson interval (effective n)", words: "Weighted shares." },
    "clopper-pearson": { name: "Clopper–Pearson interval", words: "Shares, exact." },
    wald: { name: "Wald interval", words: "Shares, by normal approximation." },
    "adjusted-wald": { name: "Adjusted Wald interval", words: "NPS, with three imaginary answers added (Rocks 2016)." },
    "adjusted-wald-effective-n": { name: "Adjusted Wald interval (effective n)", words: "Weighted NPS." },
    linearised: { name: "Taylor linearisation", words: "Weighted means and indices." },
    "linearised-t": {
      name: "Taylor linearisation with t",
      words: "Weighted means and indices, with critical values of the t distribution.",
    },
    t: { name: "t interval", words: "Means and scores." },
    "welch-t": { name: "Welch's t interval", words: "Difference of two means; variances may differ." },
    newcombe: { name: "Newcombe's interval", words: "Difference of two shares." },
    "newcombe-effective-n": { name: "Newcombe's interval (effective n)", words: "Difference of two weighted shares." },
    "fisher-z": { name: "Fisher's z interval", words: "Correlations." },
    "bootstrap-percentile": {
      name: "Bootstrap percentile interval",
      words: "Respondents are drawn again and again; the interval holds the middle of the results.",
    },
    "conditional-exact": { name: "Conditional exact interval", words: "Odds ratios, given the margins of the table." },
    "robins-breslow-greenland": { name: "Robins–Breslow–Greenland interval", words: "Odds ratios pooled over strata." },
    "no-variation": {
      name: "No variation",
      words: "All answers equal: the interval has no width, which does not mean that there is no error.",
    },
  },
  conversions: {
    range: {
      name: "Range conversion",
      formula: "I = (x − L) / (U − L) × 100",
      words: "x is the rating, L and U the lowest and highest point of the scale: the lowest gives 0, the highest 100.",
    },
    marks: {
      name: "Mark table",
      formula: "I = m(x)",
      words: "Each answer has its mark, for example 100 / 80 / 60 / 30 / 0.",
    },
    maximum: {
      name: "Divided by the maximum",
      formula: "I = x / U × 100",
      words:
        "The lowest answer of a 1–5 scale gives 20, not 0, so this is no true 0–100 score; kept only to compare with old figures.",
    },
    identity: { name: "As answered", formula: "I = x", words: "The rating is 0–100 already." },
  },
  formulasHeading: "Formulas",
  formulas: {
    csi: {
      name: "Satisfaction index",
      formula: "CSI = Σ w_j I_j, Σ w_j = 1",
      words: "w_j is the weight of item j, I_j its score (0–100). Missing ratings are not in I_j.",
    },
    respondent: {
      name: "Personal score",
      formula: "C_i = Σ w_j x_ij / Σ w_j (over the items j that were rated)",
      words:
        "x_ij is the score respondent i gave item j; weights are renormalised over the rated items, and a minimum of them must be rated.",
    },
    share: {
      name: "Share",
      formula: "p = Σ w_i 1(satisfied) / Σ w_i",
      words: "Over the respondents i who gave a rating.",
    },
    nps: {
      name: "Net Promoter Score",
      formula: "NPS = 100 × (share of promoters − share of detractors)",
      words: "On 0–10, promoters answer 9–10 and detractors 0–6.",
    },
    effectiveN: {
      name: "Effective sample size",
      formula: "n_e = (Σ w_i)² / Σ w_i², design effect = n / n_e",
      words: "With weights, an estimate is as precise as with n_e respondents of equal weight.",
    },
  },
  minimumAnswered: (share) => `A personal score needs ratings of items that carry at least ${share} of the weight.`,
  definitionsHeading: "Methods of intervals and tests",
  methodsVersion: (version) => `methods version ${version}`,
  holm: {
    name: "Holm's method",
    words:
      "Where many tests are made together, each must pass a stricter bar, so that any false alarm at all has a chance of 5% at most.",
  },
  conversionsHeading: "Other conversions",
  conversionsIntro:
    "The same answers give other numbers under other conversions to 0–100. Compare an earlier report only with the row of its own conversion; grade bands belong to one conversion too.",
  conversionsCaption: "Overall satisfaction under each conversion",
  conversionsColumn: "Conversion",
  conversionsShown: (name) => `${name} (this report)`,
  weightsHeading: "Weights",
  weightsIntro: (method) =>
    `The index uses these weights: ${method}. The other columns show what other weightings would give: whether conclusions hang on the weights.`,
  weightsInstead: (wanted, method) =>
    `The study asks for weights by “${wanted}”, which these data cannot give; “${method}” stands in.`,
  weightsCaption: "Weights of the items and the index under each weighting",
  weightsIndexRow: "Satisfaction index",
  dropped: (method, names) => `${method}: the weight of ${names} was negative and set to 0.`,
  dataHeading: "Source of the data",
  dataCaption: "Data file and versions",
  dataColumns: { what: "What", value: "Value" },
  data: {
    file: "File",
    sha256: "SHA-256 (first 16)",
    bytes: "Size (bytes)",
    encoding: "Encoding",
    rows: "Rows read",
    study: "Study",
    definition: "Study definition (first 16)",
    software: "Software",
    methods: "Methods version",
  },
  codebookHeading: "Code book",
  codebookIntro: "Full text and scale of each item. A scale reads: value = label.",
  codebookCaption: "Items and scales",
  codebookColumns: { code: "Code", item: "Item in full", scale: "Scale (value = label)" },
};
