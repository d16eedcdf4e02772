# Before and after, difference in differences and an interrupted series; the measure began with wave 3.
source("make/write.R")
suppressMessages({ library(survey); library(sandwich) })
verdict <- function(lo, hi, relevant, lower_is_better = FALSE) {
  if (lo > -relevant && hi < relevant) return("no-relevant-change")
  if (lo > 0) return(if (lower_is_better) "worsened" else "improved")
  if (hi < 0) return(if (lower_is_better) "improved" else "worsened")
  "no-evidence"
}
relevant <- .4
out <- function(est, se, df, value = est) {
  t <- est / se; q <- if (is.infinite(df)) qnorm((1 + conf) / 2) else qt((1 + conf) / 2, df)
  ci <- est + c(-1, 1) * q * se
  list(value = est, se = se, df = if (is.infinite(df)) NULL else df, t = t, p = if (is.infinite(df)) 2 * pnorm(-abs(t)) else 2 * pt(-abs(t), df), ci = ci, verdict = verdict(ci[1], ci[2], relevant))
}
d$after <- as.numeric(d$wave >= 3)
before <- d$sat10[d$after == 0]; after <- d$sat10[d$after == 1]
w <- t.test(after, before, conf.level = conf)
design <- svydesign(ids = ~1, weights = ~base_weight, data = d)
g <- svyglm(sat10 ~ after, design)
pair <- t.test(d$sat10, d$exp10, paired = TRUE, conf.level = conf)
wp <- svymean(~I(sat10 - exp10), design)

# Independent respondents: the four cells are strata; Satterthwaite over them.
did_rows <- function(treated, weights) {
  x <- d; x$treated <- as.numeric(treated); x$w <- weights; x$cell <- 2 * x$treated + x$after
  m <- svyglm(sat10 ~ treated * after, svydesign(ids = ~1, strata = ~cell, weights = ~w, data = x))
  V <- sapply(0:3, function(c) { y <- x$sat10[x$cell == c]; v <- x$w[x$cell == c]; u <- v * (y - weighted.mean(y, v)) / sum(v); n <- length(y); n / (n - 1) * sum(u^2) })
  n <- table(factor(x$cell, 0:3))
  list(est = unname(coef(m)[4]), se = unname(SE(m)[4]), df = sum(V)^2 / sum(V^2 / (n - 1)))
}
# Clusters: strata are the clusters with and without the measure, or none where a cluster holds both.
did_clusters <- function(treated, crossed) {
  x <- d; x$treated <- as.numeric(treated); x$w <- x$base_weight; x$arm <- if (crossed) 1 else x$treated; x$cell <- 2 * x$treated + x$after
  m <- svyglm(sat10 ~ treated * after, svydesign(ids = ~store, strata = ~arm, weights = ~w, data = x))
  sign <- ifelse(x$cell %in% c(0, 3), 1, -1); u <- sign * x$w * (x$sat10 - ave(x$sat10 * x$w, x$cell, FUN = sum) / ave(x$w, x$cell, FUN = sum)) / ave(x$w, x$cell, FUN = sum)
  V <- sapply(unique(x$arm), function(a) { t <- tapply(u[x$arm == a], x$store[x$arm == a], sum); length(t) / (length(t) - 1) * sum(t^2) })
  n <- sapply(unique(x$arm), function(a) length(unique(x$store[x$arm == a])))
  list(est = unname(coef(m)[4]), se = unname(SE(m)[4]), df = sum(V)^2 / sum(V^2 / (n - 1)), clusters = sum(n))
}
did <- function(r) c(out(r$est, r$se, r$df), list(clusters = r$clusters))
# CR2 and its degrees of freedom from full matrices, in units of each row's working standard deviation 1/sqrt(w).
did_cr2 <- function(treated) {
  x <- d; x$treated <- as.numeric(treated); X <- sqrt(x$base_weight) * model.matrix(~treated * after, x); y <- sqrt(x$base_weight) * x$sat10
  U <- solve(crossprod(X)); M <- diag(nrow(X)) - X %*% U %*% t(X); e <- c(M %*% y); a <- c(0, 0, 0, 1)
  root <- function(B) { s <- eigen(B, symmetric = TRUE); k <- s$values > 1e-10; s$vectors[, k] %*% (t(s$vectors[, k]) / sqrt(s$values[k])) }
  g <- sapply(split(seq_len(nrow(x)), x$store), function(i) { v <- numeric(nrow(x)); v[i] <- root(M[i, i]) %*% X[i, ] %*% U %*% a; v })
  P <- t(g) %*% M %*% g
  list(est = sum(U %*% t(X) %*% y * a), se = sqrt(sum((t(g) %*% e)^2)), df = sum(diag(P))^2 / sum(P^2), clusters = ncol(g))
}
stores <- c("S02", "S05", "S08", "S11", "S14")
regions <- c("Harbour", "Hills")

set.seed(8)
times <- c(1:9, 11:14, 16:26); n <- sample(60:240, length(times), replace = TRUE); noise <- as.numeric(arima.sim(list(ar = .4), length(times), sd = 1.2))
calm <- round(68 + .1 * times + ifelse(times >= 14, 1, 0) + as.numeric(arima.sim(list(ar = .3), length(times))), 2)
series <- round(68 + .1 * times + ifelse(times >= 14, 2.5 + .25 * (times - 14), 0) + noise, 2)
# Newey and West's variance without its factor, from sandwich; its bias and Satterthwaite's degrees of freedom under a working
# autoregression, from full matrices.
segmented <- function(weights, lag, y = series) {
  s <- times - 14; step <- as.numeric(s >= 0); after_time <- step * s
  m <- lm(y ~ s + step + after_time, weights = weights); V <- NeweyWest(m, lag = lag, prewhite = FALSE, adjust = FALSE); b <- coef(m)
  X <- sqrt(weights) * model.matrix(m); e <- sqrt(weights) * residuals(m); n <- nrow(X); U <- solve(crossprod(X)); M <- diag(n) - X %*% U %*% t(X)
  r <- sum(e[-1] * e[-n]) / sum(e^2); apart <- abs(outer(1:n, 1:n, "-")); L <- (apart == 1) / 2
  Corr <- function(rho) if (rho == 0) diag(n) else rho^apart
  left <- function(rho) sum(diag(M %*% L %*% M %*% Corr(rho))) / sum(diag(M %*% Corr(rho)))
  solve_for <- function(r) {
    if (left(0) >= r) return(0)
    at <- seq(0, .95, .05); k <- which(sapply(at, left) >= r)[1]; if (is.na(k)) return(.95)
    uniroot(function(x) left(x) - r, at[c(k - 1, k)], tol = 1e-15)$root
  }
  rho <- solve_for(r); working <- solve_for(r + .5 / sqrt(n)); Omega <- Corr(working)
  term <- function(a, judged = FALSE) {
    g <- c(X %*% U %*% a); K <- pmax(0, 1 - apart / (lag + 1)) * outer(g, g); B <- M %*% K %*% M %*% Omega
    ratio <- c(t(g) %*% Omega %*% g) / sum(diag(B)); df <- sum(diag(B))^2 / sum(diag(B %*% B))
    x <- out(sum(a * b), sqrt(c(t(a) %*% V %*% a) * ratio), df); if (!judged) x$verdict <- NULL; x
  }
  list(lag = lag, level_before = term(c(1, 0, 0, 0)), slope_before = term(c(0, 1, 0, 0)), level_change = term(c(0, 0, 1, 0), TRUE), slope_change = term(c(0, 0, 0, 1)),
    effect_at_end = term(c(0, 0, 1, max(s)), TRUE), autocorrelation = rho, working_autocorrelation = working)
}
values <- list(
  change_of_means = out(mean(after) - mean(before), unname(w$stderr), unname(w$parameter)),
  change_of_weighted_means = out(unname(coef(g)[2]), unname(SE(g)[2]), Inf),
  change_of_pairs = out(mean(d$sat10 - d$exp10), unname(pair$stderr), unname(pair$parameter)),
  change_of_weighted_pairs = out(unname(coef(wp)), unname(SE(wp)[1]), nrow(d) - 1),
  did_stores = did(did_rows(d$store %in% stores, 1)), did_stores_weighted = did(did_rows(d$store %in% stores, d$base_weight)),
  did_stores_clustered = did(did_clusters(d$store %in% stores, FALSE)), did_regions_clustered = did(did_clusters(d$region %in% regions, TRUE)),
  did_stores_cr2 = did(did_cr2(d$store %in% stores)), did_regions_cr2 = did(did_cr2(d$region %in% regions)),
  series = list(times = times, series = series, n = n, interruption = 14,
    equal = segmented(rep(1, length(times)), 2), weighted = segmented(n, 3), lag0 = segmented(rep(1, length(times)), 0)),
  series_calm = list(times = times, series = calm, n = n, interruption = 14, equal = segmented(rep(1, length(times)), 2, calm), weighted = segmented(n, 4, calm)))
write_expected("survey_effect", "effect", "survey.csv; the series stands in this file", values,
  c("t.test (Welch, paired); svyglm(sat10 ~ after); svymean of the differences with t on n - 1",
    "svyglm(sat10 ~ treated * after, svydesign(ids = ~1 or ~store, strata = cell or treated)): coef, SE; Satterthwaite over the strata by hand; CR2 by hand",
    "lm(series ~ s + step + step:s), sandwich::NeweyWest(lag, prewhite = FALSE, adjust = FALSE), its bias and degrees of freedom under a working AR(1) by hand"),
  options = list(outcome = "sat10", before_pairs = "exp10", after_wave = 3, relevant_change = relevant, treated_stores = stores, treated_regions = regions))
