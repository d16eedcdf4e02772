import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { Teller } from "../controls/teller.tsx";
import { NotFound } from "../shell/not-found.tsx";
import { PageFailure } from "../shell/page-failure.tsx";
import { SignedIn } from "../shell/signed-in.tsx";
import { SignInPage } from "../sign-in/sign-in-page.tsx";
import {
  auditSearch,
  fieldSearch,
  importSearch,
  programmesSearch,
  questionnaireSearch,
  responsesSearch,
  resultsSearch,
  returnToSearch,
  tokenSearch,
} from "./searches.ts";

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Teller />
    </>
  ),
  notFoundComponent: () => (
    <main>
      <NotFound />
    </main>
  ),
  errorComponent: PageFailure,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: returnToSearch,
  component: SignInPage,
});
const forgotten = createRoute({
  getParentRoute: () => root,
  path: "/forgotten-password",
  component: lazyRouteComponent(() => import("../sign-in/forgotten-page.tsx"), "ForgottenPage"),
});
const setPassword = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import("../sign-in/set-password-page.tsx"), "SetPasswordPage"),
});

const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: SignedIn });

const start = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/programmes" });
  },
});
const programmes = createRoute({
  getParentRoute: () => signedIn,
  path: "/programmes",
  validateSearch: programmesSearch,
  component: lazyRouteComponent(() => import("../programmes/programmes-page.tsx"), "ProgrammesPage"),
});
const newProgramme = createRoute({
  getParentRoute: () => signedIn,
  path: "/new-programme",
  component: lazyRouteComponent(() => import("../new-programme/new-programme-page.tsx"), "NewProgrammePage"),
});
const newImport = createRoute({
  getParentRoute: () => signedIn,
  path: "/import",
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import("../import/upload-page.tsx"), "UploadPage"),
});
const oneImport = createRoute({
  getParentRoute: () => signedIn,
  path: "/import/$importId",
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import("../import/import-page.tsx"), "ImportPage"),
});

const programme = createRoute({
  getParentRoute: () => signedIn,
  path: "/programmes/$programmeId",
  component: lazyRouteComponent(() => import("../programme/programme-page.tsx"), "ProgrammePage"),
});
const results = createRoute({
  getParentRoute: () => programme,
  path: "/",
  validateSearch: resultsSearch,
  component: lazyRouteComponent(() => import("../results/results-page.tsx"), "ResultsPage"),
});
const responses = createRoute({
  getParentRoute: () => programme,
  path: "/responses",
  validateSearch: responsesSearch,
  component: lazyRouteComponent(() => import("../responses/responses-page.tsx"), "ResponsesPage"),
});
const questionnaire = createRoute({
  getParentRoute: () => programme,
  path: "/questionnaire",
  validateSearch: questionnaireSearch,
  component: lazyRouteComponent(() => import("../questionnaire/editor/questionnaire-page.tsx"), "QuestionnairePage"),
});
const field = createRoute({
  getParentRoute: () => programme,
  path: "/field",
  validateSearch: fieldSearch,
  component: lazyRouteComponent(() => import("../field/field-page.tsx"), "FieldPage"),
});
const report = createRoute({
  getParentRoute: () => programme,
  path: "/report",
  validateSearch: resultsSearch,
  component: lazyRouteComponent(() => import("../report/report-page.tsx"), "ReportPage"),
});
const overview = createRoute({
  getParentRoute: () => programme,
  path: "/about",
  component: lazyRouteComponent(() => import("../programme/about-page.tsx"), "AboutPage"),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: "/settings",
  component: lazyRouteComponent(() => import("../shell/settings-page.tsx"), "SettingsPage"),
});
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: "/",
  component: lazyRouteComponent(() => import("../shell/settings-page.tsx"), "SettingsStart"),
});
const organisation = createRoute({
  getParentRoute: () => settings,
  path: "/organisation",
  component: lazyRouteComponent(() => import("../organisation/organisation-page.tsx"), "OrganisationPage"),
});
const units = createRoute({
  getParentRoute: () => settings,
  path: "/units",
  component: lazyRouteComponent(() => import("../units/units-page.tsx"), "UnitsPage"),
});
const members = createRoute({
  getParentRoute: () => settings,
  path: "/members",
  component: lazyRouteComponent(() => import("../members/members-page.tsx"), "MembersPage"),
});
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "/api-keys",
  component: lazyRouteComponent(() => import("../api-keys/api-keys-page.tsx"), "ApiKeysPage"),
});
const audit = createRoute({
  getParentRoute: () => settings,
  path: "/audit",
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import("../audit/audit-page.tsx"), "AuditPage"),
});
const profile = createRoute({
  getParentRoute: () => signedIn,
  path: "/profile",
  component: lazyRouteComponent(() => import("../profile/profile-page.tsx"), "ProfilePage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgotten,
    setPassword,
    signedIn.addChildren([
      start,
      programmes,
      newProgramme,
      newImport,
      oneImport,
      programme.addChildren([results, questionnaire, field, responses, report, overview]),
      settings.addChildren([settingsStart, organisation, units, members, apiKeys, audit]),
      profile,
    ]),
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
