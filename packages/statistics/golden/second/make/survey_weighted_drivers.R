source("make/write.R")
library(survey)
a <- paste0("a", 1:8); fit <- svyglm(reformulate(a, "osat"), svydesign(ids = ~1, weights = ~base_weight, data = d)); s <- summary(fit)$coefficients[a, ]
write_expected("survey_weighted_drivers", "drivers", "survey.csv", list(coefficient = unname(s[, 1]), standard_error = unname(s[, 2]), p = unname(s[, 4])),
  calls = "svyglm(osat ~ a1 + ... + a8, svydesign(ids = ~1, weights = ~base_weight)): coef, SE, p-values", n = nrow(fit$model))
