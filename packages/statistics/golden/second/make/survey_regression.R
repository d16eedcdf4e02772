# Regressions on the made-up survey: other outcomes, predictors and confidence than the reference data.
source("make/write.R")
library(ordinal); library(survey); suppressMessages(library(car))
items <- c("a1", "a2", "a4", "a7")
k <- d[complete.cases(d[, c("exp10", "osat", "age", "region", items)]), ]
f <- lm(exp10 ~ a1 + a2 + a4 + a7 + age, data = k); s <- summary(f)
limits <- function(m) { colnames(m) <- c("lower", "upper"); mat(m) }
o <- clm(factor(osat) ~ a2 + a4 + region, data = k, control = clm.control(gradTol = 1e-10))
nominal <- nominal_test(clm(factor(osat) ~ a2 + a4 + region, data = k))
b <- glm(churn ~ osat + age + ces, family = binomial, data = d, control = glm.control(epsilon = 1e-14)); sb <- summary(b)
y <- b$y; p <- fitted(b); n <- length(y)
auc <- mean(outer(p[y == 1], p[y == 0], function(a, b) (a > b) + (abs(a - b) < 1e-12) / 2))
cs <- 1 - exp((b$deviance - b$null.deviance) / n)
design <- svydesign(ids = ~1, weights = ~base_weight, data = d)
g <- svyglm(sat10 ~ a1 + a3 + gender + age, design)
# Weighted proportional odds: clm's maximum, scores by central differences, influences over the design.
m <- d[complete.cases(d[, c("ces", "a2", "a5", "gender")]), ]
w <- m$base_weight / mean(m$base_weight)
wo <- clm(factor(ces) ~ a2 + a5 + gender, data = m, weights = w, control = clm.control(gradTol = 1e-9))
X <- cbind(m$a2, m$a5, m$gender == "M"); cuts <- length(wo$alpha); level <- as.integer(factor(m$ces))
loglik <- function(par) { theta <- c(-Inf, par[1:cuts], Inf); eta <- as.vector(X %*% par[-(1:cuts)])
  log(plogis(theta[level + 1] - eta) - plogis(theta[level] - eta)) }
par <- coef(wo)
score <- sapply(seq_along(par), function(j) { h <- 1e-4; at <- function(t) { q <- par; q[j] <- q[j] + t * h; loglik(q) }
  (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h) })
bread <- vcov(wo)
influence <- (w * score) %*% bread
# Rows without these answers stay in the design with an influence of 0.
se <- sqrt(diag(crossprod(influence)) * nrow(d) / (nrow(d) - 1))
df <- nrow(m) - 1 - ncol(X)
olr <- cbind(Estimate = par, "Std. Error" = se, "t value" = par / se, "Pr(>|t|)" = 2 * pt(-abs(par / se), df))
check <- svyolr(factor(ces) ~ a2 + a5 + gender, svydesign(ids = ~1, weights = ~w, data = m))
print(max(abs(coef(check)[1:3] - par[cuts + 1:3]))); print(summary(check)$coefficients[1:3, 2] / se[cuts + 1:3])
write_expected("survey_regression", "regression", "survey.csv", n = nrow(k),
  calls = c("lm(exp10~a1+a2+a4+a7+age); car::hccm(type='hc3'); car::durbinWatsonTest; confint",
    "ordinal::clm(factor(osat)~a2+a4+region, gradTol=1e-10); ordinal::nominal_test",
    "glm(churn~osat+age+ces, binomial, epsilon=1e-14); AUC over all pairs; confint.default",
    "survey::svyglm(sat10~a1+a3+gender+age) weights=base_weight",
    "svyolr(factor(ces)~a2+a5+gender) weights=base_weight: maximum by ordinal::clm, scores by central differences, linearised"),
  notes = c("ols and ordinal_logit: rows complete in all variables of both", "svyolr: t on n - 1 - predictors degrees of freedom; survey::svyolr stops early"),
  values = list(
    ols = list(coef = mat(s$coefficients), r2 = s$r.squared, adj_r2 = s$adj.r.squared, F = I(unname(s$fstatistic)),
      F_p = unname(pf(s$fstatistic[1], s$fstatistic[2], s$fstatistic[3], lower.tail = FALSE)), sigma = s$sigma, aic = AIC(f), bic = BIC(f),
      durbin_watson = durbinWatsonTest(f, simulate = FALSE)$dw, hc3_se = as.list(sqrt(diag(hccm(f, type = "hc3")))), ci = limits(confint(f, level = conf)), n = nrow(k)),
    ordinal_logit = list(coef = mat(summary(o)$coefficients), loglik = as.numeric(logLik(o)), aic = AIC(o), convention = "logit P(Y<=j)=theta_j - x'beta",
      ci = limits(confint.default(o, level = conf)[-(1:length(o$alpha)), ]), nominal_test = mat(as.matrix(nominal))),
    binary_logit_churn = list(n = n, coef = mat(sb$coefficients), deviance = b$deviance, null_deviance = b$null.deviance, aic = b$aic,
      lr_p = pchisq(b$null.deviance - b$deviance, length(coef(b)) - 1, lower.tail = FALSE), auc = auc, brier = mean((y - p)^2), mcfadden = 1 - b$deviance / b$null.deviance,
      cox_snell = cs, nagelkerke = cs / (1 - exp(-b$null.deviance / n)), odds_ratios = as.list(exp(coef(b))), odds_ratio_ci = limits(exp(confint.default(b, level = conf)))),
    weighted_svyglm = list(coef = mat(summary(g)$coefficients)),
    weighted_svyolr = list(coef = mat(olr))))
