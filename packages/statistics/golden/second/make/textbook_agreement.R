# Agreement of two, of several and of missing raters; the data stand in the file. Kappa by vcd, ICC by psych, the rest by the formulas.
source("make/write.R")
suppressMessages({library(vcd); library(psych)})
table <- matrix(c(21, 6, 1, 0, 0, 4, 18, 7, 2, 0, 2, 5, 26, 6, 3, 0, 1, 8, 15, 4, 0, 0, 2, 3, 11), 5, byrow = TRUE)
kap <- function(w) Kappa(table, weights = w)
un <- kap("Equal-Spacing")$Unweighted; li <- kap("Equal-Spacing")$Weighted; qu <- kap("Fleiss-Cohen")$Weighted
q <- qnorm(1 - (1 - conf) / 2)
set.seed(71)
counts <- t(sapply(1:18, function(i) as.vector(rmultinom(1, 6, c(.2, .5, .3) * (1 + 4 * (1:3 == (i %% 3) + 1))))))
fleiss <- function(n) {
  N <- nrow(n); m <- sum(n[1, ]); p <- colSums(n) / (N * m); P <- rowSums(n * (n - 1)) / (m * (m - 1)); Pb <- mean(P); Pe <- sum(p^2); k <- (Pb - Pe) / (1 - Pe)
  pq <- p * (1 - p); se0 <- sqrt(2 / (N * m * (m - 1))) / sum(pq) * sqrt(sum(pq)^2 - sum(pq * (1 - 2 * p)))
  # Gwet 2008: kappa of each subject less twice its departure in chance agreement
  ki <- (P - Pe) / (1 - Pe); pei <- as.vector((n / m) %*% p); ks <- ki - 2 * (1 - k) * (pei - Pe) / (1 - Pe); se <- sqrt(sum((ks - k)^2) / (N * (N - 1)))
  list(kappa = k, P_bar = Pb, P_e = Pe, kappa_by_category = 1 - colSums(n * (m - n)) / (N * m * (m - 1) * pq), se = se, se_H0 = se0, z = k / se0, p = 2 * pnorm(-abs(k / se0)), percent_agreement = Pb)
}
ratings <- sapply(1:3, function(j) round(rnorm(11, 5 + j, 1) + c(-3, 2, 0, 1, -1, 3, -2, 0, 2, 1, -1)))
ic <- suppressWarnings(psych::ICC(ratings, alpha = 1 - conf, lmer = FALSE))$results
icc <- as.matrix(ic[, c("ICC", "F", "df1", "df2", "p", "lower bound", "upper bound")]); rownames(icc) <- c("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k")
truth <- sample(1:6, 20, replace = TRUE)
units <- t(sapply(1:5, function(r) { x <- pmin(6, pmax(0, truth + sample(c(-1, 0, 0, 0, 1), 20, replace = TRUE))); x[runif(20) < .3] <- NA; x }))
kripp <- function(metric) {
  x <- apply(units, 2, function(u) u[!is.na(u)], simplify = FALSE); x <- x[lengths(x) > 1]; v <- sort(unique(unlist(x)))
  o <- matrix(0, length(v), length(v))
  for (u in x) for (i in seq_along(u)) for (j in seq_along(u)) if (i != j) { a <- match(u[i], v); b <- match(u[j], v); o[a, b] <- o[a, b] + 1 / (length(u) - 1) }
  nc <- rowSums(o); n <- sum(nc)
  delta <- outer(seq_along(v), seq_along(v), Vectorize(function(a, b) { s <- seq(min(a, b), max(a, b))
    if (a == b) 0 else switch(metric, nominal = 1, interval = (v[a] - v[b])^2, ratio = ((v[a] - v[b]) / (v[a] + v[b]))^2, ordinal = (sum(nc[s]) - (nc[a] + nc[b]) / 2)^2) }))
  1 - (n - 1) * sum(o * delta) / sum(outer(nc, nc) * delta)
}
rows <- function(m) lapply(seq_len(nrow(m)), function(i) as.list(m[i, ]))
write_expected("textbook_agreement", "agreement", "values in this file", n = 0,
  calls = c("vcd::Kappa, Equal-Spacing and Fleiss-Cohen", "Fleiss 1971; SE under H0 of Fleiss, Nee & Landis 1979; SE of Gwet 2008", "psych::ICC(lmer = FALSE, alpha = .1)", "Krippendorff alpha from the coincidence matrix"),
  values = list(
    inspectors = list(table = rows(table), kappa = un[["value"]], kappa_ase = un[["ASE"]], kappa_ci = un[["value"]] + c(-q, q) * un[["ASE"]], weighted_linear = li[["value"]], weighted_linear_ase = li[["ASE"]],
      weighted_quadratic = qu[["value"]], weighted_quadratic_ase = qu[["ASE"]], percent_agreement = sum(diag(table)) / sum(table)),
    coders = list(counts = rows(counts), result = fleiss(counts)),
    judges = list(ratings = rows(ratings), icc = mat(icc)),
    shoppers = list(raters_by_units = rows(units), nominal = kripp("nominal"), ordinal = kripp("ordinal"), interval = kripp("interval"), ratio = kripp("ratio"))))
