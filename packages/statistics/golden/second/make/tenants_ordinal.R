# A table of frequencies made from the survey: rating in three steps by segment and age, in an order that is not alphabetical.
source("make/write.R")
library(ordinal)
d$Rating <- cut(d$osat, c(0, 2, 3, 5), labels = c("Poor", "Fair", "Good"))
t <- as.data.frame(xtabs(~ Rating + segment + age, d))
t <- t[t$Freq > 0, ]; names(t) <- c("Rating", "Segment", "Age", "Freq")
write.csv(t, "tenants.csv", row.names = FALSE)
t$Segment <- relevel(t$Segment, "Senior"); t$Age <- relevel(t$Age, "40-64")
f <- clm(Rating ~ Segment + Age, weights = Freq, data = t, control = clm.control(gradTol = 1e-10))
g <- clm(Rating ~ Segment + Age, weights = Freq, data = t, link = "probit", control = clm.control(gradTol = 1e-10))
m <- nnet::multinom(Rating ~ Segment + Age, weights = Freq, data = t, trace = FALSE, reltol = 1e-15, abstol = 1e-12, maxit = 2000)
nominal <- nominal_test(clm(Rating ~ Segment + Age, weights = Freq, data = t))
chi <- function(formula) { x <- xtabs(formula, t); c <- chisq.test(x, correct = FALSE)
  list(chi2 = unname(c$statistic), df = unname(c$parameter), p = c$p.value, cramers_v = sqrt(unname(c$statistic) / (sum(x) * (min(dim(x)) - 1)))) }
ci <- confint.default(f, level = conf)[-(1:2), ]; colnames(ci) <- c("lower", "upper")
write_expected("tenants_ordinal", "regression", "tenants.csv", n = sum(t$Freq),
  calls = c("ordinal::clm(Rating~Segment+Age, weights=Freq), also link = probit (gradTol 1e-10); ordinal::nominal_test; confint.default", "nnet::multinom (reltol 1e-15)",
    "chisq.test(xtabs(Freq~Segment+Rating))"),
  notes = "frequency weights; references are Senior and 40-64",
  values = list(coef = mat(summary(f)$coefficients), ci = mat(ci), loglik = as.numeric(logLik(f)), deviance = -2 * as.numeric(logLik(f)), aic = AIC(f),
    proportional_odds_nominal_test = mat(as.matrix(nominal)), probit_coef = mat(summary(g)$coefficients), probit_loglik = as.numeric(logLik(g)),
    multinomial_deviance = m$deviance, multinomial_aic = m$AIC,
    segment_by_rating = chi(Freq ~ Segment + Rating), age_by_rating = chi(Freq ~ Age + Rating)))
