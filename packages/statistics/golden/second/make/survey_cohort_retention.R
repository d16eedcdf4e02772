# Retention by wave of the made-up tenants; the file has the naive share beside it, which must not come out.
source("make/write.R")
library(survival)
times <- c(0, 2, 5, 9, 18)
waves <- sort(unique(d$wave))
fit <- lapply(waves, function(w) summary(survfit(Surv(months, event) ~ 1, data = d[d$wave == w, ]), times = times))
naive <- sapply(times, function(t) sapply(waves, function(w) { x <- d[d$wave == w, ]; 1 - sum(x$event == 1 & x$months <= t) / nrow(x) }))
rows <- paste0("wave", waves); cols <- paste0("m", times)
write_expected("survey_cohort_retention", "retention", "survey.csv",
  calls = "survfit(Surv(months,event)~1) by wave at 0,2,5,9,18 months; naive = 1 - left by t / size of the cohort",
  values = list(retention_km = mat(t(sapply(fit, function(f) f$surv)), rows, cols), retention_se = mat(t(sapply(fit, function(f) f$std.err)), rows, cols),
    retention_naive_WRONG_under_censoring = mat(naive[, -(1:2)], rows, cols[-(1:2)]), cohort_n = as.list(table(d$wave))))
