/** Questionnaires to begin with, each with its indicator system. One more is a file in `templates/` and an entry here. */
import bookkeepingAgency from "../../templates/bookkeeping-agency.json" with { type: "json" };
import genericService from "../../templates/generic-service.json" with { type: "json" };
import propertyTenants from "../../templates/property-tenants.json" with { type: "json" };
import type { LocalText } from "../definition/primitives.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";

export interface QuestionnaireTemplate {
  readonly code: string;
  readonly title: LocalText;
  /** What it asks, in one sentence. */
  readonly description: LocalText;
  readonly questionnaire: Questionnaire;
}

export const templates: readonly QuestionnaireTemplate[] = [
  {
    code: "bookkeeping-agency",
    title: { zh: "代理记账", en: "Bookkeeping agency" },
    description: {
      zh: "专业能力、服务质量（准确、及时、合规、保密）、态度、效率、沟通与价格，另问总体满意度、推荐意愿和省事程度。",
      en: "Professionalism, quality (accuracy, timeliness, compliance, confidentiality), attitude, efficiency, communication and price; with overall satisfaction, recommendation and ease.",
    },
    questionnaire: fromTemplate(bookkeepingAgency),
  },
  {
    code: "property-tenants",
    title: { zh: "物业租户", en: "Property tenants" },
    description: {
      zh: "安全、环境与设施、物业人员、维修与物业费，另问总体满意度、推荐意愿和续租意愿；维修只问报修过的租户。",
      en: "Security, environment and facilities, the property team, repairs and the service charge; with overall satisfaction, recommendation and renewal. Only those who asked for a repair rate it.",
    },
    questionnaire: fromTemplate(propertyTenants),
  },
  {
    code: "generic-service",
    title: { zh: "通用服务", en: "Any service" },
    description: {
      zh: "服务质量、服务人员、问题处理与价格，另问总体满意度、推荐意愿和省事程度，适合大多数服务企业。",
      en: "Service quality, staff, problem solving and price; with overall satisfaction, recommendation and ease. Fits most service companies.",
    },
    questionnaire: fromTemplate(genericService),
  },
];

/** A JSON module's type knows no literals; a test holds every template against the schema. */
function fromTemplate(content: object): Questionnaire {
  const { $schema: _, ...questionnaire } = content as Questionnaire;
  return questionnaire;
}
