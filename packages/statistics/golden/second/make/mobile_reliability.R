# Reliability of scales of three to five items, one of them with an item turned.
source("make/write.R")
suppressMessages({library(psych); library(lavaan)})
mobile <- read.csv("mobile.csv")
scales <- list(image = c("IMAG1", "IMAG2", "IMAG3"), quality = c("PERQ1", "PERQ2", "-PERQ3", "PERQ4", "PERQ5"),
  outcome = c("CUSA1", "CUSA2", "-CUSA3", "CUSL1"))
one <- function(items) {
  names <- sub("^-", "", items)
  X <- na.omit(mobile[, names])
  for (v in names[grepl("^-", items)]) X[[v]] <- 8 - X[[v]]
  n <- nrow(X); k <- ncol(X); V <- cov(X); R <- cor(X)
  a <- suppressWarnings(psych::alpha(X, check.keys = FALSE, warnings = FALSE))
  raw <- k / (k - 1) * (1 - sum(diag(V)) / sum(V))
  stopifnot(abs(raw - a$total$raw_alpha) < 1e-12)
  # van Zyl, Neudecker & Nel 2000; covariances by n, as maximum likelihood has them (the factor cancels)
  se <- { s <- sum(V); t1 <- sum(diag(V)); sqrt(2 * k^2 / ((k - 1)^2 * s^3) * (s * (sum(V^2) + t1^2) - 2 * t1 * sum(rowSums(V)^2)) / n) }
  labelled <- paste("f =~", paste(sprintf("l%d*%s", seq_len(k), names), collapse = " + "), "\n", paste(sprintf("%s ~~ e%d*%s", names, seq_len(k), names), collapse = "\n"),
    "\n", sprintf("omega := (%s)^2 / ((%s)^2 + %s)", paste0("l", seq_len(k), collapse = " + "), paste0("l", seq_len(k), collapse = " + "), paste0("e", seq_len(k), collapse = " + ")),
    "\n", paste(sprintf("s%d := l%d / sqrt(l%d^2 + e%d)", seq_len(k), seq_len(k), seq_len(k), seq_len(k)), collapse = "\n"),
    "\n", sprintf("cr := (%s)^2 / ((%s)^2 + %d - (%s))", paste0("s", seq_len(k), collapse = " + "), paste0("s", seq_len(k), collapse = " + "), k, paste0("s", seq_len(k), "^2", collapse = " + ")),
    "\n", sprintf("ave := (%s) / %d", paste0("s", seq_len(k), "^2", collapse = " + "), k))
  fit <- cfa(labelled, X, std.lv = TRUE, information = "expected", control = list(rel.tol = 1e-15, iter.max = 10000), optim.force.converged = TRUE)
  pe <- parameterEstimates(fit); def <- function(v, col = "est") pe[[col]][pe$label == v & pe$op == ":="]
  odd <- rowSums(X[, seq(1, k, 2), drop = FALSE]); even <- rowSums(X[, seq(2, k, 2), drop = FALSE]); r <- cor(odd, even)
  ko <- psych::KMO(R); ba <- psych::cortest.bartlett(R, n)
  list(n = n, raw_alpha = raw, std_alpha = a$total$std.alpha, alpha_se = se, guttman_lambda6 = a$total$`G6(smc)`, average_r = a$total$average_r,
    feldt_ci90 = I(1 - (1 - raw) * qf(c(1 - (1 - conf) / 2, (1 - conf) / 2), n - 1, (n - 1) * (k - 1))),
    item_total_r_corrected = as.list(setNames(a$item.stats$r.drop, names)),
    alpha_if_deleted = as.list(setNames(a$alpha.drop$raw_alpha, names)),
    omega_total_1factor_unstandardised = def("omega"), omega_se = def("omega", "se"),
    composite_reliability_standardised = def("cr"), composite_reliability_se = def("cr", "se"), ave = def("ave"), ave_se = def("ave", "se"),
    std_loadings = as.list(setNames(sapply(paste0("s", seq_len(k)), def), names)),
    odd_even_spearman_brown = 2 * r / (1 + r),
    kmo_overall = ko$MSA, kmo_items = as.list(ko$MSAi), bartlett_chi2 = ba$chisq, bartlett_df = ba$df, bartlett_p = ba$p.value)
}
write_expected("mobile_reliability", "reliability", "mobile.csv", n = nrow(mobile), options = list(reverse_keyed = lapply(scales, I)),
  calls = c("psych::alpha on complete rows, reversed 8 - x; 1-(1-alpha)*qf(c(.95,.05), n-1, (n-1)(k-1))",
    "lavaan::cfa one factor, std.lv, information = expected, defined parameters by the delta method", "psych::KMO, psych::cortest.bartlett"),
  notes = "PERQ3 and CUSA3 are turned although they are not worded the other way: alpha of such a scale is low, and all the same on both sides",
  values = lapply(scales, one))
