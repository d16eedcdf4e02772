source("make/write.R"); source("make/importance.R")
a <- paste0("a", 1:8); cc <- d[complete.cases(d[, c("osat", a)]), c("osat", a)]
R <- cor(cc[, a]); r <- cor(cc[, a], cc$osat)[, 1]; beta <- solve(R, r); fit <- lm(osat ~ ., cc); s <- summary(fit)
R2 <- s$r.squared; lmg <- lmg_of(R, r); johnson <- johnson_of(R, r)
last <- sapply(a, function(v) R2 - summary(lm(reformulate(setdiff(a, v), "osat"), cc))$r.squared)
importance <- rbind(lmg_shapley = lmg, first = r^2, last = last, betasq = beta^2, pratt = beta * r, johnson_rw = johnson); colnames(importance) <- a
percent <- rbind(lmg_shapley = lmg, johnson_rw = johnson) / R2 * 100; colnames(percent) <- a
write_expected("survey_keydrivers", "drivers", "survey.csv", list(r2 = R2, adj_r2 = s$adj.r.squared, coef = mat(s$coefficients),
  standardised_beta = as.list(setNames(beta, a)), vif = as.list(car::vif(fit)), importance = mat(importance), importance_percent_of_r2 = mat(percent)),
  calls = c("lm(osat ~ a1 + ... + a8) complete cases; car::vif", "LMG over all subsets, Johnson from eigen(cor())"), n = nrow(cc))
