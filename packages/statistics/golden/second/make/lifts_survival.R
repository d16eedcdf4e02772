# Months until a maintenance contract was given up, of three makers of lifts: small, with many ties. Writes lifts.csv.
source("make/write.R")
library(survival)
set.seed(31)
n <- c(17, 9, 14)
lifts <- data.frame(maker = rep(c("Alto", "Berg", "Crest"), n), months = ceiling(rexp(sum(n), rep(c(.05, .12, .07), n))))
seen <- sample(8:40, sum(n), replace = TRUE)
lifts$ended <- as.integer(lifts$months <= seen); lifts$months <- pmin(lifts$months, seen)
lifts$floors <- sample(2:20, sum(n), replace = TRUE)
write.csv(lifts, "lifts.csv", row.names = FALSE)
fit <- summary(survfit(Surv(months, ended) ~ maker, data = lifts, conf.type = "log-log", conf.int = conf))
e <- fit$n.event > 0
null <- function(x) ifelse(is.nan(x), NA, x)
lr <- survdiff(Surv(months, ended) ~ maker, data = lifts)
pp <- survdiff(Surv(months, ended) ~ maker, data = lifts, rho = 1)
cox <- function(ties) mat(summary(coxph(Surv(months, ended) ~ maker + floors, data = lifts, ties = ties, control = coxph.control(eps = 1e-12)))$coefficients)
medians <- fit$table[, "median"]
write_expected("lifts_survival", "retention", "lifts.csv", n = nrow(lifts),
  calls = "survfit(Surv(months,ended)~maker, conf.type='log-log', conf.int=.9); survdiff (rho=0 log-rank, rho=1 Peto-Peto); coxph(~maker+floors) efron/breslow",
  values = list(strata = I(as.character(fit$strata[e])), time = I(fit$time[e]), n_risk = I(fit$n.risk[e]), n_event = I(fit$n.event[e]), surv = I(fit$surv[e]),
    se = I(null(fit$std.err[e])), lower = I(fit$lower[e]), upper = I(fit$upper[e]), medians = as.list(medians),
    logrank = list(chi2 = lr$chisq, df = 2, p = pchisq(lr$chisq, 2, lower.tail = FALSE), obs = I(lr$obs), exp = I(lr$exp)),
    peto = list(chi2 = pp$chisq, obs = I(pp$obs), exp = I(pp$exp)), cox_efron = cox("efron"), cox_breslow = cox("breslow")))
