source("make/write.R"); source("make/pls.R")
f <- pls(mobile, ecsi, "path")
rho <- sapply(f$k, function(j) rho_a(f, j))
R <- cor(f$Y) / sqrt(outer(rho, rho)); diag(R) <- 1
l <- unlist(lapply(f$k, function(j) { w <- f$w[[j]]; if (length(w) == 1) 1 else w * sqrt(rho[[j]]) / sum(w^2) })); names(l) <- names(f$weights)
B <- f$P; r2 <- f$r2
for (j in f$k[colSums(f$P) > 0]) { i <- f$P[, j] > 0; b <- solve(R[i, i], R[i, j]); B[i, j] <- b; r2[j] <- sum(b * R[i, j]) }
S <- cor(f$Z); factors <- f$k[lengths(ecsi$blocks) > 1]
values <- list(paths_from_row_to_col = mat(B), r_squared = named(r2[!is.na(r2)]), rho_A = named(rho), loadings = named(l), lv_correlations_disattenuated = mat(R),
  SRMR_estimated = fit_measures(S, implied(S, l, f$owner, implied_lv(R, B, r2, f$P), factors))$SRMR,
  SRMR_saturated = fit_measures(S, implied(S, l, f$owner, R, factors))$SRMR,
  admissible = all(abs(l) <= 1) && all(eigen(R)$values > 0) && all(r2 <= 1, na.rm = TRUE))
write_expected("mobile_consistent", "path-model", "mobile.csv", values, "make/mobile_consistent.R", list(reliability = "rho_A"), n = nrow(mobile))
