import type { EwmaSettings } from "../../../src/trend/ewma-chart.ts";
import type { XmrConstants } from "../../../src/trend/xmr-chart.ts";
import { roundedXmrConstants } from "../../../src/trend/xmr-chart.ts";
import type { ReferenceFile } from "../../reference-file.ts";

export interface ChartConstants {
  /** Of p-charts, in standard deviations. */
  readonly width: number;
  readonly xmr: XmrConstants;
  readonly ewma: EwmaSettings;
}

/** As the calls say them; else those of the books. */
export function chartConstants({ calls }: ReferenceFile): ChartConstants {
  const said = calls.join("; ");
  const number = (pattern: RegExp, otherwise: number) => {
    const [, digits] = pattern.exec(said) ?? [];
    return digits === undefined ? otherwise : Number(digits);
  };
  return {
    width: number(/pbar \+\/- ([\d.]+) ?\*? ?sqrt/, 3),
    xmr: {
      limits: number(/mean \+\/- ([\d.]+) ?\* ?MRbar/, roundedXmrConstants.limits),
      range: number(/UCL_mR ?= ?([\d.]+) ?\* ?MRbar/, roundedXmrConstants.range),
    },
    ewma: {
      share: number(/lambda ?= ?([\d.]+)/, 0.2),
      width: number(/\bL ?= ?([\d.]+)/, 3),
      divisor: number(/sigma ?= ?MRbar\/([\d.]+)/, 1.128),
    },
  };
}
