# Trends over the four waves and charts over the seventeen stores, with other constants than the usual ones.
source("make/write.R")
suppressMessages(library(survey))
waves <- sort(unique(d$wave)); stores <- sort(unique(d$store)); z_conf <- qnorm((1 + conf) / 2)
o <- d[!is.na(d$osat), ]
k <- sapply(waves, function(w) sum(o$osat[o$wave == w] >= 4)); n <- sapply(waves, function(w) sum(o$wave == w))
trend <- prop.trend.test(k, n)
k1 <- sapply(waves, function(w) sum(o$osat[o$wave == w] == 5)); trend1 <- prop.trend.test(k1, n)
means <- sapply(waves, function(w) mean(d$sat10[d$wave == w]))
fit <- lm(sat10 ~ wave, d); ols <- cbind(coef(summary(fit)), confint(fit, level = conf)); colnames(ols)[5:6] <- c("lo", "hi")
kendall <- function(y) {
  n <- length(y); pairs <- combn(n, 2); S <- sum(sign(y[pairs[2, ]] - y[pairs[1, ]])); ties <- table(y)
  v <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
  z <- sign(S) * max(0, abs(S) - 1) / sqrt(v); slopes <- sort((y[pairs[2, ]] - y[pairs[1, ]]) / (pairs[2, ] - pairs[1, ]))
  all <- as.matrix(expand.grid(rep(list(1:n), n))); all <- all[apply(all, 1, function(r) length(unique(r)) == n), ]
  scores <- apply(all, 1, function(r) sum(sign(r[pairs[2, ]] - r[pairs[1, ]])))
  list(S = S, var = v, z = z, p = 2 * pnorm(-abs(z)), p_exact = mean(abs(scores) >= abs(S)), tau = cor(seq_along(y), y, method = "kendall"), sen_slope = median(slopes))
}
jonckheere <- function(y, g) {
  gs <- split(y, g); J <- 0
  for (i in seq_along(gs)) for (j in seq_along(gs)) if (i < j) { s <- outer(gs[[j]], gs[[i]], "-"); J <- J + sum(s > 0) + sum(s == 0) / 2 }
  N <- length(y); n <- table(g); t <- table(y)
  E <- (N^2 - sum(n^2)) / 4
  V <- (N * (N - 1) * (2 * N + 5) - sum(n * (n - 1) * (2 * n + 5)) - sum(t * (t - 1) * (2 * t + 5))) / 72 +
    sum(n * (n - 1) * (n - 2)) * sum(t * (t - 1) * (t - 2)) / (36 * N * (N - 1) * (N - 2)) + sum(n * (n - 1)) * sum(t * (t - 1)) / (8 * N * (N - 1))
  z <- (J - E) / sqrt(V)
  list(J = J, E = E, var = V, z = z, p = 2 * pnorm(-abs(z)))
}
answered <- function(column) d[!is.na(d[[column]]), ]
ces <- answered("ces")
kb <- sapply(stores, function(s) sum(o$osat[o$store == s] <= 3)); nb <- sapply(stores, function(s) sum(o$store == s))
p <- sum(kb) / sum(nb); half <- 2.5 * sqrt(p * (1 - p) / nb)
zz <- (kb / nb - p) / sqrt(p * (1 - p) / nb); sigma_z <- mean(abs(diff(zz))) / 1.1284
x <- sapply(stores, function(s) mean(d$sat10[d$store == s])); mr <- mean(abs(diff(x)))
lambda <- .3; L <- 2.7; sigma <- mr / 1.1284; e <- Reduce(function(a, v) lambda * v + (1 - lambda) * a, x, accumulate = TRUE, mean(x))[-1]
reach <- L * sigma * sqrt(lambda / (2 - lambda) * (1 - (1 - lambda)^(2 * seq_along(x))))
g <- svyglm(sat10 ~ wave, svydesign(ids = ~1, weights = ~base_weight, data = d)); gs <- coef(summary(g))[2, ]
se <- sapply(waves, function(w) sd(d$sat10[d$wave == w]) / sqrt(sum(d$wave == w))); m <- lm(means ~ waves, weights = 1 / se^2)
unscaled <- sqrt(summary(m)$cov.unscaled[2, 2]); slope <- unname(coef(m)[2]); Q <- sum((means - fitted(m))^2 / se^2)
# The same line weighted by answers, with Satterthwaite's degrees of freedom; departure by Johansen 1980 (general matrix form).
satterthwaite <- local({
  n <- sapply(waves, function(w) sum(d$wave == w)); X <- cbind(1, waves); a <- (solve(t(X) %*% diag(n) %*% X) %*% t(X) %*% diag(n))[2, ]
  slope <- sum(a * means); part <- a^2 * se^2; df <- sum(part)^2 / sum(part^2 / (n - 1)); t <- slope / sqrt(sum(part))
  W <- diag(1 / se^2); M <- diag(length(n)) - X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W; f1 <- length(n) - 2
  A <- sum(diag(M)^2 / (n - 1)); f <- c(t(means) %*% W %*% M %*% means) / (f1 + 2 * A - 6 * A / (f1 + 2)); f2 <- f1 * (f1 + 2) / (3 * A)
  list(slope = slope, se = sqrt(sum(part)), df = df, t = t, p = 2 * pt(-abs(t), df), ci = slope + c(-1, 1) * qt((1 + conf) / 2, df) * sqrt(sum(part)),
    departure_F = f, departure_df = c(f1, f2), departure_p = pf(f, f1, f2, lower.tail = FALSE), n = sum(n))
})
values <- list(top2_by_wave = list(k = k, n = n, cochran_armitage_chi2 = unname(trend$statistic), p = trend$p.value),
  top1_by_wave = list(k = k1, n = n, cochran_armitage_chi2 = unname(trend1$statistic), p = trend1$p.value),
  mean_by_wave = means, ols_trend = mat(ols), mann_kendall_on_wave_means = kendall(means),
  jonckheere_sat10_by_wave = jonckheere(d$sat10, d$wave), jonckheere_ces_by_wave = jonckheere(ces$ces, ces$wave),
  weighted_trend = list(slope = unname(gs[1]), se = unname(gs[2]), t = unname(gs[3]), p = unname(gs[4]), ci = unname(confint(g, level = conf)[2, ])),
  trend_of_means = list(slope = slope, se = unscaled, z = slope / unscaled, p = 2 * pnorm(-abs(slope / unscaled)), ci = slope + c(-1, 1) * z_conf * unscaled,
    departure_chi2 = Q, departure_p = pchisq(Q, length(waves) - 2, lower.tail = FALSE)),
  trend_of_means_satterthwaite = satterthwaite,
  p_chart_bottom3_by_store = list(stores = stores, k = unname(kb), n = unname(nb), pbar = p, ucl = unname(p + half), lcl = unname(pmax(0, p - half)), out = unname(kb / nb > p + half | kb / nb < p - half)),
  laney_p_prime = list(sigma_z = sigma_z, ucl = unname(p + half * sigma_z), lcl = unname(pmax(0, p - half * sigma_z))),
  xmr_store_means_in_store_order = list(x = unname(x), mean = mean(x), mr_bar = mr, unpl = mean(x) + 2.66 * mr, lnpl = mean(x) - 2.66 * mr, ucl_mr = 3.267 * mr),
  ewma = list(z = unname(e), ucl = mean(x) + reach, lcl = mean(x) - reach))
write_expected("survey_trend_spc", "trend", "survey.csv", values,
  c("prop.trend.test(k,n); lm(sat10~wave), confint; Mann-Kendall with ties, all orders for p_exact; Sen slope; Jonckheere-Terpstra with ties; svyglm; lm(weights = 1/se^2) with known variances",
    "p-chart: pbar +/- 2.5 sqrt(pbar(1-pbar)/n_i), LCL floored at 0; XmR: mean +/- 2.66*MRbar, UCL_mR=3.267*MRbar; EWMA lambda=.3, L=2.7, sigma=MRbar/1.1284"))
