# Who rated effort, and what weighting by the chance to do so makes of the mean.
source("make/write.R")
answered <- !is.na(d$ces)
f <- glm(answered ~ segment + gender + region, binomial, data = d, control = glm.control(epsilon = 1e-14))
w <- 1 / fitted(f); v <- w[answered]; y <- d$ces[answered]
mean <- sum(v * y) / sum(v)
u <- v * (y - mean) / sum(v)
write_expected("survey_propensity", "retention", "survey.csv",
  calls = "glm(answered ~ terms of coef, binomial, epsilon = 1e-14); weight=1/p; Hajek mean of ces among those who answered, se of influences times n/(n-1), n everybody asked",
  values = list(coef = mat(summary(f)$coefficients), weights_first10 = I(unname(w[1:10])), ces_unadjusted = base::mean(y), ces_ipw_hajek = mean,
    ces_ipw_hajek_se = sqrt(nrow(d) / (nrow(d) - 1) * sum(u^2)), deff_kish = length(v) * sum(v^2) / sum(v)^2, n_eff = sum(v)^2 / sum(v^2)))
