# Missing answers of the made-up survey; EM written out by hand, and checked against lavaan.
source("make/write.R")
library(lavaan)
items <- c(paste0("a", 1:8), "nps")
A <- as.matrix(d[, items]); p <- ncol(A)
lacking <- rowSums(is.na(A))
em <- function(X) {
  X <- X[rowSums(!is.na(X)) > 0, ]; p <- ncol(X); n <- nrow(X)
  mu <- colMeans(X, na.rm = TRUE); S <- diag(apply(X, 2, var, na.rm = TRUE))
  for (step in 1:5000) {
    T1 <- numeric(p); T2 <- matrix(0, p, p)
    for (i in 1:n) {
      o <- !is.na(X[i, ]); x <- mu; C <- matrix(0, p, p); x[o] <- X[i, o]
      if (any(!o)) { B <- S[!o, o, drop = FALSE] %*% solve(S[o, o]); x[!o] <- mu[!o] + B %*% (X[i, o] - mu[o]); C[!o, !o] <- S[!o, !o] - B %*% S[o, !o, drop = FALSE] }
      T1 <- T1 + x; T2 <- T2 + outer(x, x) + C
    }
    new <- T1 / n; newS <- T2 / n - outer(new, new)
    change <- max(abs(new - mu), abs(newS - S)); mu <- new; S <- newS
    if (change < 1e-12) break
  }
  info <- matrix(0, p, p); loglik <- 0
  for (i in 1:n) { o <- !is.na(X[i, ]); info[o, o] <- info[o, o] + solve(S[o, o])
    loglik <- loglik - (sum(o) * log(2 * pi) + log(det(S[o, o, drop = FALSE])) + t(X[i, o] - mu[o]) %*% solve(S[o, o]) %*% (X[i, o] - mu[o])) / 2 }
  list(mu = mu, S = S, n = n, se = sqrt(diag(solve(info))), loglik = as.numeric(loglik))
}
fit <- em(A); names(fit$mu) <- names(fit$se) <- items; dimnames(fit$S) <- list(items, items)
L <- lavInspect(lavCor(d[, items], missing = "ml", output = "fit"), "sampstat")
stopifnot(max(abs(L$mean - fit$mu)) < 1e-4, max(abs(L$cov - fit$S)) < 1e-4)
key <- apply(is.na(A), 1, function(r) paste(which(r), collapse = "-")); key <- key[lacking < p]
X <- A[lacking < p, ]; St <- fit$S * fit$n / (fit$n - 1)
parts <- lapply(split(seq_len(nrow(X)), key), function(rows) { o <- !is.na(X[rows[1], ]); g <- colMeans(X[rows, o, drop = FALSE]) - fit$mu[o]
  c(length(rows) * g %*% solve(St[o, o]) %*% g, sum(o)) })
chi2 <- sum(sapply(parts, `[`, 1)); df <- sum(sapply(parts, `[`, 2)) - p
scores <- rowMeans(A, na.rm = TRUE); scores[rowSums(!is.na(A)) < 7] <- NA
t1 <- t.test(d$ces[is.na(d$nps)], d$ces[!is.na(d$nps)]); t2 <- t.test(d$osat[is.na(d$ces)], d$osat[!is.na(d$ces)])
test <- function(t) list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value)
filled <- A; filled[is.na(filled)] <- 3
write_expected("survey_missing", "missing", "survey.csv",
  calls = c("colMeans(is.na()); rowMeans(na.rm=TRUE) with >=7 of 9 valid; cor(use='pairwise.complete.obs'|'complete.obs')",
    "EM written out row by row to 1e-12, checked against lavaan::lavCor(missing='ml'); se from expected information", "Little 1988: sum of n_p g' solve(S n/(n-1)) g"),
  values = list(missing_share = as.list(colMeans(is.na(A))),
    missing_count_pattern = { t <- table(factor(lacking, levels = 0:max(lacking))); as.list(setNames(as.integer(t), names(t))) },
    n_listwise = sum(lacking == 0), scale_mean_rule_7_of_9 = list(n = sum(!is.na(scores)), mean = mean(scores, na.rm = TRUE), sd = sd(scores, na.rm = TRUE)),
    pairwise_cor = mat(cor(A, use = "pairwise.complete.obs")), listwise_cor = mat(cor(A, use = "complete.obs")),
    fiml_means = as.list(fit$mu), fiml_mean_se = as.list(fit$se), fiml_cov = mat(fit$S), fiml_loglik = fit$loglik,
    little_mcar = list(chi2 = chi2, df = df, p = pchisq(chi2, df, lower.tail = FALSE), patterns = length(parts)),
    mean_treating_missing_as_3_WRONG = mean(filled), correct_mean_of_all_valid = mean(A, na.rm = TRUE),
    mcar_check_ces_by_nps_missing = test(t1), mcar_check_osat_by_ces_missing = test(t2)))
