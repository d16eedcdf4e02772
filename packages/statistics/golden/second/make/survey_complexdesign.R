# Stores within regions, some with one or two customers; other numbers of PSUs than any other data of the tests.
source("make/write.R")
suppressMessages(library(survey))
d$t2 <- as.numeric(d$osat >= 4)
d$psu <- paste(d$region, d$store)
psus <- c(Centre = 34, `East bank` = 21, Harbour = 60, Hills = 29, `New town` = 18)
d$fpc <- psus[d$region]
plain <- svydesign(ids = ~psu, strata = ~region, weights = ~base_weight, data = d)
fpc <- svydesign(ids = ~psu, strata = ~region, weights = ~base_weight, fpc = ~fpc, data = d)
vals <- function(des) {
  m <- svymean(~t2 + osat + sat10, des, na.rm = TRUE, deff = "replace")
  tot <- svytotal(~t2, des, na.rm = TRUE); r <- svyratio(~sat10, ~exp10, des, na.rm = TRUE)
  ci <- confint(m, level = conf, df = degf(des))
  list(mean = as.list(coef(m)), se = as.list(SE(m)), deff = as.list(deff(m)), df = degf(des), ci_t = mat(ci),
    total_t2 = unname(coef(tot)), total_t2_se = unname(SE(tot))[1], ratio = unname(coef(r)), ratio_se = as.numeric(SE(r)))
}
by <- svyby(~t2 + sat10, ~segment, plain, svymean, na.rm = TRUE)
est <- as.matrix(by[, c("t2", "sat10")]); se <- as.matrix(by[, c("se.t2", "se.sat10")])
jk <- svymean(~t2, as.svrepdesign(plain, type = "JKn"), na.rm = TRUE)
answered <- subset(plain, !is.na(t2))
ci <- function(method) as.numeric(attr(svyciprop(~t2, answered, method = method, level = conf), "ci"))
quantiles <- svyquantile(~months, plain, c(.25, .5, .75), ci = FALSE)[[1]]
# Limits of a quantile: R's own, around the estimated share; and around the probability, with the larger error of the shares up to the
# quantile and up to the answer below it.
limits <- function(x, p) {
  x <- d[[x]]; answers <- sort(unique(x)); total <- cumsum(tapply(d$base_weight, x, sum)) / sum(d$base_weight)
  at <- function(p) answers[min(length(answers), which(total >= p - 1e-13)[1], na.rm = TRUE)]
  q <- at(p); below <- answers[answers < q]
  se <- max(sapply(c(q, tail(below, 1)), function(a) { s <- update(plain, below = as.numeric(x <= a)); SE(svymean(~below, s)) }))
  p + c(-1, 1) * qt((1 + conf) / 2, degf(plain)) * se -> ends
  c(at(ends[1]), at(ends[2]))
}
r_limits <- function(x, p) { q <- svyquantile(as.formula(paste0("~", x)), plain, p, alpha = 1 - conf, df = degf(plain))[[1]]; as.numeric(q[, 2:3]) }
probabilities <- c(.1, .25, .5, .75)
limits_of <- function(f) sapply(c("months", "sat10"), function(x) unlist(lapply(probabilities, function(p) f(x, p))), simplify = FALSE)
write_expected("survey_complexdesign", "design-variance", "survey.csv", list(no_fpc = vals(plain), with_fpc = vals(fpc),
  by_segment = list(est = mat(est), se = mat(se), segments = rownames(est)), jackknife_JKn_t2_se = unname(SE(jk))[1],
  quantiles_months = as.numeric(quantiles), quantile_limits = limits_of(limits), quantile_limits_svyquantile = limits_of(r_limits),
  ci_t2_logit = ci("logit"), ci_t2_beta_korn_graubard = ci("beta")),
  c("svydesign(ids = ~psu, strata = ~region, weights = ~base_weight), psu = paste(region, store); with and without fpc",
    "svymean(deff = 'replace'), svytotal, svyratio, svyby, as.svrepdesign(type = 'JKn'), svyquantile, svyciprop"),
  options = list(psus_in_population = as.list(psus), probabilities = probabilities))
