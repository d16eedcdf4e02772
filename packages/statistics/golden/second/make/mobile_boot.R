source("make/write.R"); source("make/pls.R")
set.seed(11)
n <- nrow(mobile); B <- 45
model <- list(blocks = ecsi$blocks[c("Image", "Quality", "Satisfaction", "Loyalty")], modes = ecsi$modes[c("Image", "Quality", "Satisfaction", "Loyalty")],
  paths = list(c("Image", "Quality"), c("Image", "Satisfaction"), c("Quality", "Satisfaction"), c("Satisfaction", "Loyalty")))
indices <- t(replicate(B, sample.int(n, replace = TRUE)))
write.table(indices, "mobile_boot_indices.csv", sep = ",", row.names = FALSE, col.names = FALSE)
statistics <- function(X) {
  f <- pls(X, model, "path")
  c(setNames(sapply(model$paths, function(p) f$B[p[1], p[2]]), sapply(model$paths, function(p) paste0("path:", p[1], "->", p[2]))),
    setNames(f$loadings, paste0("loading:", names(f$loadings))), setNames(f$weights, paste0("weight:", names(f$weights))))
}
t0 <- statistics(mobile)
T <- t(apply(indices, 1, function(i) statistics(mobile[i, ])))
J <- t(sapply(seq_len(n), function(i) statistics(mobile[-i, ])))
a2 <- (1 - conf) / 2; z <- qnorm(1 - a2)
summary <- t(sapply(names(t0), function(s) {
  x <- T[, s]; q7 <- quantile(x, c(a2, 1 - a2), type = 7, names = FALSE); q6 <- quantile(x, c(a2, 1 - a2), type = 6, names = FALSE)
  d <- mean(J[, s]) - J[, s]; a <- sum(d^3) / (6 * sum(d^2)^1.5); z0 <- qnorm(mean(x < t0[[s]]))
  bca <- quantile(x, pnorm(z0 + (z0 + c(-z, z)) / (1 - a * (z0 + c(-z, z)))), type = 7, names = FALSE)
  t <- t0[[s]] / sd(x)
  c(estimate = t0[[s]], boot_mean = mean(x), bias = mean(x) - t0[[s]], boot_se = sd(x), t = t, p_t_df_n_minus_1 = 2 * pt(-abs(t), n - 1),
    pct_lo_type7 = q7[1], pct_hi_type7 = q7[2], pct_lo_type6 = q6[1], pct_hi_type6 = q6[2], basic_lo = 2 * t0[[s]] - q7[2], basic_hi = 2 * t0[[s]] - q7[1],
    normal_lo = 2 * t0[[s]] - mean(x) - z * sd(x), normal_hi = 2 * t0[[s]] - mean(x) + z * sd(x), bca_lo = bca[1], bca_hi = bca[2], bca_z0 = z0, bca_a = a)
}))
paths <- grep("^path:", names(t0), value = TRUE)
values <- list(summary = mat(summary), replicates_first3 = mat(T[1:3, paths], as.character(1:3)), replicates_paths_colsums = named(colSums(T[, paths])),
  blocks_with_negative_mean_loading_in_any_replicate = 0)
options <- options_of(model, "path", R = B, indices_file = "mobile_boot_indices.csv", sign_change = "none", reflective_PLSc = FALSE)
write_expected("mobile_boot", "path-model", "mobile.csv", values, "make/mobile_boot.R", options, n = n)
