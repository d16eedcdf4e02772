# How long the made-up tenants stay: other groups, times and horizon than the reference data, and case weights.
source("make/write.R")
library(survival)
times <- c(.5, 2, 5, 10, 20, 30)
curve <- function(type, w = rep(1, nrow(d))) { d$w <- w; do.call(survfit, list(Surv(months, event) ~ 1, data = d, weights = d$w, conf.type = type, conf.int = conf, robust = any(w != 1))) }
at <- function(fit) summary(fit, times = times)
ll <- at(curve("log-log")); pl <- at(curve("plain"))
q <- quantile(curve("log-log"), probs = c(.1, .25, .5))
tab <- summary(curve("log-log"), rmean = 18)$table
lr <- survdiff(Surv(months, event) ~ age, data = d)
k <- d[!is.na(d$nps), ]
fit <- coxph(Surv(months, event) ~ age + gender + sat10, data = d, control = coxph.control(eps = 1e-12))
wll <- at(curve("log-log", d$base_weight)); wpl <- at(curve("plain", d$base_weight))
wfit <- summary(coxph(Surv(months, event) ~ segment + sat10, data = d, weights = base_weight, robust = TRUE, control = coxph.control(eps = 1e-12)))$coefficients
write_expected("survey_survival", "retention", "survey.csv",
  calls = "survfit(Surv(months,event)~1, conf.type='log-log'|'plain', conf.int=.9); survdiff(~age); coxph(~age+gender+sat10, ties='efron'); rmean=18; weighted: survfit and coxph with weights=base_weight, robust",
  values = list(times = I(times), survival = I(ll$surv), greenwood_se = I(ll$std.err), ci_loglog_lo = I(ll$lower), ci_loglog_hi = I(ll$upper),
    ci_plain_lo = I(pl$lower), ci_plain_hi = I(pl$upper), n_risk = I(ll$n.risk),
    quantiles = list(p10 = unname(q$quantile[1]), p25 = unname(q$quantile[2]), p25_lo = unname(q$lower[2]), median = unname(q$quantile[3]), median_lo = unname(q$lower[3]), median_hi = unname(q$upper[3])),
    rmst18 = unname(tab["rmean"]), rmst18_se = unname(tab["se(rmean)"]),
    logrank = list(chi2 = lr$chisq, df = length(lr$n) - 1, p = pchisq(lr$chisq, length(lr$n) - 1, lower.tail = FALSE), observed = I(lr$obs), expected = I(lr$exp), groups = I(names(lr$n))),
    cox = mat(summary(fit)$coefficients), cox_concordance = unname(fit$concordance["concordance"]),
    weighted = list(times = I(times), survival = I(wll$surv), greenwood_se = I(wll$std.err), ci_loglog_lo = I(wll$lower), ci_loglog_hi = I(wll$upper),
      ci_plain_lo = I(wpl$lower), ci_plain_hi = I(wpl$upper)),
    cox_weighted = mat(wfit[, c("coef", "exp(coef)", "robust se", "z", "Pr(>|z|)")])))
