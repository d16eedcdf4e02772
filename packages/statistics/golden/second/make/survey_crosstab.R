source("make/write.R")
library(survey)
names_of <- function(x) sort(unique(x[!is.na(x) & x != ""]))
assoc <- function(T) {
  t <- suppressWarnings(chisq.test(T, correct = FALSE)); n <- sum(T); x2 <- unname(t$statistic); df <- unname(t$parameter); E <- t$expected
  g <- 2 * sum(ifelse(T > 0, T * log(T / E), 0)); k <- min(dim(T)) - 1
  phi <- max(0, x2 / n - df / (n - 1)); rc <- nrow(T) - (nrow(T) - 1)^2 / (n - 1); cc <- ncol(T) - (ncol(T) - 1)^2 / (n - 1)
  list(chi2 = x2, df = df, p = t$p.value, G2_likelihood_ratio = g, p_G2 = pchisq(g, df, lower.tail = FALSE), cramers_v = sqrt(x2 / (n * k)),
    cramers_v_bias_corrected = sqrt(phi / (min(rc, cc) - 1)), contingency_C = sqrt(x2 / (n + x2)), min_expected = min(E),
    cells_expected_lt5 = sum(E < 5), expected = mat(E), adjusted_std_residuals = mat(t$stdres))
}
# Pairs of columns in each row by prop.test's statistic; letters on the larger share where p < alpha.
column_tests <- function(T, n = colSums(T)) {
  share <- sweep(T, 2, colSums(T), "/"); L <- LETTERS[seq_len(ncol(T))]
  out <- lapply(rownames(T), function(r) {
    pairs <- combn(ncol(T), 2); p1 <- share[r, pairs[1, ]]; p2 <- share[r, pairs[2, ]]; n1 <- n[pairs[1, ]]; n2 <- n[pairs[2, ]]
    ok <- p1 > 0 & p1 < 1 & p2 > 0 & p2 < 1; pairs <- pairs[, ok, drop = FALSE]; p1 <- p1[ok]; p2 <- p2[ok]; n1 <- n1[ok]; n2 <- n2[ok]
    q <- (p1 * n1 + p2 * n2) / (n1 + n2); z <- unname((p1 - p2) / sqrt(q * (1 - q) * (1 / n1 + 1 / n2))); p <- 2 * pnorm(-abs(z))
    letters_at <- function(p) {
      s <- rep("", ncol(T)); hit <- which(p < alpha)
      for (h in hit) { big <- if (z[h] > 0) pairs[1, h] else pairs[2, h]; small <- sum(pairs[, h]) - big; s[big] <- paste0(s[big], L[small]) }
      sapply(strsplit(s, ""), function(x) paste(sort(x), collapse = ""))
    }
    adjusted <- sapply(c("bonferroni", "holm", "BH"), function(m) p.adjust(p, m))
    list(pairs = I(paste(L[pairs[1, ]], L[pairs[2, ]], sep = "-")), z = I(z), p = I(p), p_bonferroni = I(unname(adjusted[, 1])),
      p_holm = I(unname(adjusted[, 2])), p_bh = I(unname(adjusted[, 3])), letters_none = letters_at(p), letters_bonferroni = letters_at(adjusted[, 1]),
      letters_holm = letters_at(adjusted[, 2]))
  })
  setNames(out, rownames(T))
}
ordinal <- function(T) {
  n <- sum(T); C <- 0; D <- 0; R <- nrow(T); K <- ncol(T)
  for (i in seq_len(R)) for (j in seq_len(K)) {
    if (i < R && j < K) C <- C + T[i, j] * sum(T[(i + 1):R, (j + 1):K])
    if (i < R && j > 1) D <- D + T[i, j] * sum(T[(i + 1):R, 1:(j - 1)])
  }
  pairs <- n * (n - 1) / 2; tx <- sum(choose(rowSums(T), 2)); ty <- sum(choose(colSums(T), 2)); m <- min(R, K)
  x <- rep(row(T), T); y <- rep(col(T), T); M2 <- (n - 1) * cor(x, y)^2
  list(concordant = C, discordant = D, gamma = (C - D) / (C + D), tau_b = (C - D) / sqrt((pairs - tx) * (pairs - ty)),
    tau_c = 2 * m * (C - D) / (n^2 * (m - 1)), somers_d_row_dependent = (C - D) / (pairs - ty), somers_d_col_dependent = (C - D) / (pairs - tx),
    linear_by_linear_M2 = M2, p_M2 = pchisq(M2, 1, lower.tail = FALSE))
}
count <- function(a, b) unclass(table(d[[a]], d[[b]]))
full <- function(T) list(counts = mat(T), assoc = assoc(T), column_letters = LETTERS[seq_len(ncol(T))], column_tests = column_tests(T))
segment <- full(count("osat", "segment")); region <- full(count("osat", "region")); region$column_letters <- NULL
age <- count("age", "osat")
W <- tapply(d$base_weight, list(d$osat, d$region), sum); W[is.na(W)] <- 0
answered <- d[!is.na(d$osat), ]
eff <- tapply(answered$base_weight, answered$region, function(w) sum(w)^2 / sum(w^2))
d$osat_f <- factor(d$osat); d$region_f <- factor(d$region)
des <- svydesign(ids = ~1, weights = ~base_weight, data = d); clu <- svydesign(ids = ~store, weights = ~base_weight, data = d)
# Of the answered: svychisq would else take n and its degrees of freedom from rows that are in no cell.
des <- subset(des, !is.na(osat)); clu <- subset(clu, !is.na(osat))
test <- function(design, kind) { t <- svychisq(~osat_f + region_f, design, statistic = kind)
  list(statistic = unname(t$statistic), parameter = unname(t$parameter), p = unname(t$p.value)[1]) }
two <- unclass(table(d$gender, d$osat >= 4)); f <- fisher.test(two, conf.level = conf)
write_expected("survey_crosstab", "crosstab", "survey.csv", list(osat_by_segment = segment, osat_by_region = region,
  age_by_osat_ordinal = list(counts = mat(age), assoc = assoc(age), ordinal = ordinal(age)),
  weighted_osat_by_region = list(weighted_counts = mat(W), n_eff_by_column_kish = as.list(eff), column_tests_with_n_eff = column_tests(W, eff),
    naive_chi2_on_weighted_counts_WRONG = unname(chisq.test(W, correct = FALSE)$statistic), rao_scott_F = test(des, "F"),
    rao_scott_Chisq = test(des, "Chisq"), rao_scott_F_cluster_store = test(clu, "F")),
  two_by_two = list(counts = mat(two), fisher_p = f$p.value, fisher_cond_mle_or = unname(f$estimate), fisher_ci = as.numeric(f$conf.int),
    chi2_yates = unname(chisq.test(two)$statistic), chi2 = unname(chisq.test(two, correct = FALSE)$statistic),
    odds_ratio = two[1, 1] * two[2, 2] / (two[1, 2] * two[2, 1]))),
  calls = c("chisq.test(correct = FALSE); pairs by the pooled z, p.adjust within the row", "survey::svychisq(statistic = 'F'|'Chisq'); fisher.test"))
