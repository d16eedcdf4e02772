# Coefficients of correlation on the made-up survey: other variables and confidence than the reference data.
source("make/write.R")
library(polycor)
variables <- c("osat", "sat10", "exp10", "nps", "ces")
complete <- d[complete.cases(d[, variables]), ]
X <- as.matrix(complete[, variables])
w <- complete$base_weight
n <- nrow(X)
table_of <- function(method) mat(cor(X, method = method))
# Weighted mid-ranks, and weighted tau-b over all pairs of rows, from their definitions.
ranks <- function(x, w) sapply(x, function(v) sum(w[x < v]) + sum(w[x == v]) / 2)
wcor <- function(x, y, w) cov.wt(cbind(x, y), wt = w / sum(w), cor = TRUE)$cor[1, 2]
sgn <- function(x) sign(outer(x, x, "-"))
coefficient <- list(
  pearson = function(x, y) function(w) wcor(x, y, w),
  spearman = function(x, y) function(w) wcor(ranks(x, w), ranks(y, w), w),
  kendall = function(x, y) { a <- sgn(x); b <- sgn(y); ab <- a * b; aa <- a^2; bb <- b^2
    function(w) sum(w * (ab %*% w)) / sqrt(sum(w * (aa %*% w)) * sum(w * (bb %*% w))) })
weighted <- function(name) {
  m <- diag(length(variables)); dimnames(m) <- list(variables, variables)
  for (i in 2:length(variables)) for (j in 1:(i - 1)) m[i, j] <- m[j, i] <- coefficient[[name]](X[, i], X[, j])(w)
  mat(m)
}
# Influence of each row by numerical differentiation with respect to its weight; the factor n_eff/(n_eff - 3) is the product's definition.
weighted_test <- function(x, y) sapply(names(coefficient), function(name) {
  f <- coefficient[[name]](x, y)
  u <- sapply(seq_along(w), function(i) { h <- 1e-3 * w[i]; up <- w; up[i] <- w[i] + h; down <- w; down[i] <- w[i] - h
    (f(up) - f(down)) / (2 * h) })
  neff <- sum(w)^2 / sum(w^2)
  list(estimate = f(w), se = sqrt(neff / (neff - 3) * sum((w * u)^2)))
}, simplify = FALSE)
tests <- function(x, y) list(
  pearson = { t <- cor.test(x, y, conf.level = conf); list(estimate = unname(t$estimate), statistic = unname(t$statistic), p = t$p.value, ci = I(as.numeric(t$conf.int))) },
  spearman = { t <- cor.test(x, y, method = "spearman", exact = FALSE); list(estimate = unname(t$estimate), statistic = unname(t$statistic), p = t$p.value, ci = NULL) },
  kendall = { t <- cor.test(x, y, method = "kendall", exact = FALSE); list(estimate = unname(t$estimate), statistic = unname(t$statistic), p = t$p.value, ci = NULL) })
precision <- solve(cor(X))
partial <- -precision / sqrt(outer(diag(precision), diag(precision))); diag(partial) <- 1
# Two steps: thresholds of the margins, then the root of the score.
cell_probabilities <- function(rho, a, b) {
  a <- c(-Inf, a, Inf); b <- c(-Inf, b, Inf)
  F <- outer(a, b, Vectorize(function(x, y) if (min(x, y) == -Inf) 0 else if (x == Inf) pnorm(y) else if (y == Inf) pnorm(x) else
    as.numeric(mvtnorm::pmvnorm(upper = c(x, y), corr = matrix(c(1, rho, rho, 1), 2), algorithm = mvtnorm::TVPACK(1e-15)))))
  diff(t(diff(t(F))))
}
density_slopes <- function(rho, a, b) {
  a <- c(-Inf, a, Inf); b <- c(-Inf, b, Inf)
  f <- outer(a, b, Vectorize(function(x, y) if (any(is.infinite(c(x, y)))) 0 else exp(-(x^2 - 2 * rho * x * y + y^2) / (2 * (1 - rho^2))) / (2 * pi * sqrt(1 - rho^2))))
  diff(t(diff(t(f))))
}
cuts <- function(totals) qnorm(cumsum(totals)[-length(totals)] / sum(totals))
two_step <- function(tab) {
  a <- cuts(rowSums(tab)); b <- cuts(colSums(tab))
  uniroot(function(r) { p <- cell_probabilities(r, a, b); k <- tab > 0; sum((tab * density_slopes(r, a, b) / p)[k]) }, c(-.99, .99), tol = 1e-14)$root
}
tab <- unclass(table(complete$osat, complete$ces))
se_two_step <- {
  u <- tab * 0
  for (cell in which(tab > 0)) { h <- 1e-3 * sum(tab) / 100; up <- tab; up[cell] <- up[cell] + h; down <- tab; down[cell] <- down[cell] - h
    u[cell] <- (two_step(up) - two_step(down)) / (2 * h) }
  sqrt(n / (n - 1) * sum(tab * u^2))
}
# Polyserial with case weights: thresholds, standard deviations and r of the weighted shares; error by numerical influence.
weighted_polyserial <- function(x, y) { y <- as.integer(factor(y)); function(w) { p <- w / sum(w); mx <- sum(p * x); my <- sum(p * y)
  cover <- cumsum(tapply(p, y, sum)); cover <- cover[-length(cover)]
  sum(p * (x - mx) * (y - my)) / sqrt(sum(p * (x - mx)^2)) / sum(dnorm(qnorm(cover))) } }
influence_error <- function(f) { u <- sapply(seq_along(w), function(i) { h <- 1e-3 * w[i]; up <- w; up[i] <- w[i] + h; down <- w; down[i] <- w[i] - h; (f(up) - f(down)) / (2 * h) })
  neff <- sum(w)^2 / sum(w^2); sqrt(neff / (neff - 3) * sum((w * u)^2)) }
polyserial_weighted <- weighted_polyserial(complete$nps, complete$osat)
rough <- polychor(factor(complete$osat), factor(complete$ces), ML = FALSE, std.err = TRUE)
# Nelder and Mead stops early (polychor(ML = TRUE)); BFGS from there with tight tolerance does not.
negative <- function(par) { if (abs(par[1]) >= 1 || is.unsorted(par[2:nrow(tab)]) || is.unsorted(par[-(1:nrow(tab))])) return(1e10); k <- nrow(tab) - 1; p <- cell_probabilities(par[1], par[2:(k + 1)], par[-(1:(k + 1))]); if (any(p <= 0)) 1e10 else -sum(tab * log(p)) }
start <- c(two_step(tab), cuts(rowSums(tab)), cuts(colSums(tab)))
best <- optim(start, negative, method = "BFGS", control = list(reltol = 1e-15, ndeps = rep(1e-5, length(start)), maxit = 500))
hessian <- optimHess(best$par, negative, control = list(ndeps = rep(1e-4, length(start))))
write_expected("survey_correlations", "correlation", "survey.csv", n = n,
  calls = c("cor(method = pearson|spearman|kendall) on complete cases; cor.test(exact = FALSE, conf.level = .9)",
    "weighted: cov.wt; mid-ranks and pairs of rows from their definitions; se by numerical influence",
    "polychoric: root of the score (mvtnorm TVPACK, uniroot tol 1e-14), polycor::polychor(ML = FALSE), BFGS for ML; polycor::polyserial(ML = FALSE)"),
  notes = "weighted standard errors carry the factor n_eff / (n_eff - 3)",
  values = list(
    pearson = table_of("pearson"), spearman = table_of("spearman"), kendall_tau_b = table_of("kendall"),
    test_sat10_ces = tests(complete$sat10, complete$ces), test_osat_nps = tests(complete$osat, complete$nps),
    polychoric_osat_ces_two_step = list(rho = two_step(tab), rho_polycor = rough$rho, se = sqrt(as.numeric(rough$var)), se_two_step = se_two_step,
      row_cuts = I(unname(rough$row.cuts)), col_cuts = I(unname(rough$col.cuts))),
    polychoric_osat_ces_ML = list(rho = best$par[1], se = sqrt(solve(hessian)[1, 1])),
    polyserial_nps_osat_two_step = as.numeric(polyserial(complete$nps, complete$osat, ML = FALSE)),
    weighted_polyserial_nps_osat = list(estimate = polyserial_weighted(w), se = influence_error(polyserial_weighted)),
    partial_all_others = mat(partial), weighted_pearson = weighted("pearson"), weighted_spearman = weighted("spearman"),
    weighted_kendall_tau_b = weighted("kendall"), weighted_test_osat_ces = weighted_test(complete$osat, complete$ces)))
