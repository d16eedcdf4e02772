# PLS path modelling written out on the data itself (scores, lm(), solve()), for the scripts mobile_*.R.
# A model: list(blocks = list(name = items), modes = c(name = "A"), paths = list(c(from, to), ...)).
path_matrix <- function(model) {
  k <- names(model$blocks)
  P <- matrix(0, length(k), length(k), dimnames = list(k, k))
  for (p in model$paths) P[p[1], p[2]] <- 1
  P
}
options_of <- function(model, scheme, ...) {
  from <- unique(sapply(model$paths, `[`, 1))
  list(modes = as.list(model$modes), inner_scheme = scheme, tolerance = 1e-13, blocks = model$blocks,
    paths = lapply(from, function(f) list(from = I(f), to = I(unname(sapply(Filter(function(p) p[1] == f, model$paths), `[`, 2))))), ...)
}
regress <- function(y, X) qr.coef(qr(X), y)
# Scores y_j = Z_j w_j of variance 1, until no weight changes by 1e-13.
pls <- function(X, model, scheme) {
  items <- unlist(model$blocks, use.names = FALSE)
  X <- as.matrix(X[, items])
  Z <- scale(X)
  P <- path_matrix(model)
  k <- rownames(P)
  unit <- function(j, w) w / sd(as.vector(Z[, model$blocks[[j]], drop = FALSE] %*% w))
  w <- sapply(k, function(j) unit(j, rep(1, length(model$blocks[[j]]))), simplify = FALSE)
  for (iteration in 1:2000) {
    Y <- sapply(k, function(j) Z[, model$blocks[[j]], drop = FALSE] %*% w[[j]])
    E <- cor(Y) * ((P + t(P)) > 0)
    if (scheme == "centroid") E <- sign(E)
    if (scheme == "path") for (j in k) if (any(P[, j] > 0)) E[P[, j] > 0, j] <- regress(Y[, j], Y[, P[, j] > 0, drop = FALSE])
    inner <- Y %*% E
    colnames(inner) <- k
    new <- sapply(k, function(j) {
      Zj <- Z[, model$blocks[[j]], drop = FALSE]
      unit(j, if (model$modes[[j]] == "A") as.vector(cov(Zj, inner[, j])) else as.vector(regress(inner[, j], Zj)))
    }, simplify = FALSE)
    change <- max(abs(unlist(new) - unlist(w)))
    w <- new
    if (change < 1e-13) break
  }
  # Most loadings of a block are positive.
  for (j in k) if (sum(sign(cor(Z[, model$blocks[[j]]], Z[, model$blocks[[j]], drop = FALSE] %*% w[[j]]))) < 0) w[[j]] <- -w[[j]]
  Y <- sapply(k, function(j) Z[, model$blocks[[j]], drop = FALSE] %*% w[[j]])
  B <- P
  r2 <- setNames(rep(NA_real_, length(k)), k)
  for (j in k[colSums(P) > 0]) {
    fit <- lm(Y[, j] ~ Y[, P[, j] > 0, drop = FALSE])
    B[P[, j] > 0, j] <- coef(fit)[-1]
    r2[j] <- summary(fit)$r.squared
  }
  loadings <- unlist(sapply(k, function(j) as.vector(cor(Z[, model$blocks[[j]]], Y[, j])), simplify = FALSE), use.names = FALSE)
  list(X = X, Z = Z, Y = Y, w = w, weights = setNames(unlist(w, use.names = FALSE), items), loadings = setNames(loadings, items),
    cross = cor(Z, Y), B = B, P = P, r2 = r2, model = model, k = k, owner = rep(k, lengths(model$blocks)))
}
total <- function(B) solve(diag(nrow(B)) - B) - diag(nrow(B))
named <- function(x) lapply(as.list(x), function(v) if (is.na(v)) NULL else unname(v))
nulls <- function(m) list(rows = as.list(rownames(m)), cols = as.list(colnames(m)),
  values = lapply(seq_len(nrow(m)), function(r) lapply(unname(m[r, ]), function(v) if (is.na(v)) NULL else v)))
rho_a <- function(f, j) {
  w <- f$w[[j]]
  if (length(w) == 1 || f$model$modes[[j]] == "B") return(1)
  S <- cor(f$Z[, f$model$blocks[[j]]])
  W <- w %*% t(w)
  as.vector(sum(w^2)^2 * (t(w) %*% (S - diag(diag(S))) %*% w) / (t(w) %*% (W - diag(diag(W))) %*% w))
}
implied_lv <- function(R, B, r2, P) {
  exo <- colSums(P) == 0
  Phi <- matrix(0, nrow(R), ncol(R))
  Phi[exo, exo] <- R[exo, exo]
  diag(Phi)[!exo] <- 1 - r2[!exo]
  A <- solve(diag(nrow(B)) - t(B))
  V <- A %*% Phi %*% t(A)
  diag(V) <- 1
  dimnames(V) <- dimnames(R)
  V
}
implied <- function(S, loadings, owner, V, factors) {
  M <- outer(loadings, loadings) * V[owner, owner]
  same <- outer(owner, owner, "==") & !outer(owner %in% factors, owner %in% factors)
  M[same] <- S[same]
  diag(M) <- 1
  M
}
fit_measures <- function(S, M) {
  p <- nrow(S)
  d <- (S - M)[lower.tri(S, diag = TRUE)]
  e <- Re(eigen(solve(S) %*% M)$values)
  list(SRMR = sqrt(sum(d^2) / (p * (p + 1) / 2)), dML = log(det(M)) - log(det(S)) + sum(diag(S %*% solve(M))) - p,
    dG = sum(log10(e)^2) / 2, dULS = sum((S - M)^2) / 2)
}
estimates <- function(f) {
  R <- cor(f$Y); k <- f$k; n <- nrow(f$X)
  f2 <- vif <- matrix(NA_real_, length(k), length(k), dimnames = list(k, k))
  for (j in k) for (i in k[f$P[, j] > 0]) {
    others <- setdiff(k[f$P[, j] > 0], i)
    without <- if (length(others)) summary(lm(f$Y[, j] ~ f$Y[, others, drop = FALSE]))$r.squared else 0
    f2[i, j] <- (f$r2[j] - without) / (1 - f$r2[j])
    vif[i, j] <- if (length(others)) 1 / (1 - summary(lm(f$Y[, i] ~ f$Y[, others, drop = FALSE]))$r.squared) else 1
  }
  multi <- k[lengths(f$model$blocks) > 1]
  comm <- sapply(k, function(j) mean(f$loadings[f$model$blocks[[j]]]^2))
  list(weights_standardised = named(f$weights), loadings = named(f$loadings), paths_from_row_to_col = mat(f$B),
    r_squared = named(f$r2), adj_r_squared = named(1 - (1 - f$r2) * (n - 1) / (n - colSums(f$P) - 1)),
    total_effects = mat(total(f$B), k, k), indirect_effects = mat(total(f$B) - f$B, k, k), f_squared = nulls(f2), vif_antecedents = nulls(vif),
    lv_correlations = mat(R), cross_loadings = mat(f$cross), communality_mean = named(comm),
    gof_tenenhaus = sqrt(mean(f$loadings[f$owner %in% multi]^2) * mean(f$r2, na.rm = TRUE)),
    lv_scores_first5 = mat(f$Y[1:5, ], as.character(1:5)), lv_scores_sum_of_cubes = named(colSums(f$Y^3)),
    item_means = named(colMeans(f$X)), item_sds_n_minus_1 = named(apply(f$X, 2, sd)))
}
criteria <- function(f) {
  k <- f$k; S <- cor(f$Z); C <- cov(f$X); R <- cor(f$Y)
  alpha <- function(M) { p <- nrow(M); p / (p - 1) * (1 - sum(diag(M)) / sum(M)) }
  rel <- t(sapply(k, function(j) {
    b <- f$model$blocks[[j]]; l <- f$loadings[b]
    if (length(b) == 1) return(rep(1, 5))
    c(alpha(C[b, b]), alpha(S[b, b]), rho_a(f, j), sum(l)^2 / (sum(l)^2 + sum(1 - l^2)), mean(l^2))
  }))
  colnames(rel) <- c("alpha_raw", "alpha_std", "rho_A", "rho_C", "AVE")
  ratio <- function(m) {
    H <- matrix(NA_real_, length(k), length(k), dimnames = list(k, k))
    mono <- function(b) if (length(b) == 1) 1 else m(abs(S[b, b][lower.tri(S[b, b])]))
    for (i in seq_along(k)) for (j in seq_len(i - 1)) {
      a <- f$model$blocks[[k[i]]]; b <- f$model$blocks[[k[j]]]
      H[i, j] <- m(abs(S[a, b])) / sqrt(mono(a) * mono(b))
    }
    H
  }
  FL <- R; diag(FL) <- sqrt(rel[, "AVE"])
  vif <- unlist(lapply(k, function(j) { b <- f$model$blocks[[j]]; setNames(if (length(b) == 1) 1 else diag(solve(S[b, b])), b) }))
  list(reliability = mat(rel), htmt = nulls(ratio(mean)), htmt2_geometric = nulls(ratio(function(x) exp(mean(log(x))))),
    fornell_larcker_diag_sqrtAVE = mat(FL), vif_items_within_block = named(vif),
    model_fit_cSEM_composites = list(estimated = fit_measures(S, implied(S, f$loadings, f$owner, implied_lv(R, f$B, f$r2, f$P), character())),
      saturated = fit_measures(S, implied(S, f$loadings, f$owner, R, character()))))
}
mobile <- read.csv("mobile.csv")
items <- function(prefix) grep(paste0("^", prefix, "[0-9]*$"), names(mobile), value = TRUE)
ecsi <- list(
  blocks = list(Image = items("IMAG"), Expectation = items("CUEX"), Quality = items("PERQ"), Value = items("PERV"), Satisfaction = items("CUSA"),
    Complaints = items("CUSCO"), Loyalty = items("CUSL")),
  modes = c(Image = "A", Expectation = "A", Quality = "A", Value = "A", Satisfaction = "A", Complaints = "A", Loyalty = "A"),
  paths = list(c("Image", "Expectation"), c("Image", "Satisfaction"), c("Image", "Loyalty"), c("Expectation", "Quality"), c("Expectation", "Value"),
    c("Expectation", "Satisfaction"), c("Quality", "Value"), c("Quality", "Satisfaction"), c("Value", "Satisfaction"), c("Satisfaction", "Complaints"),
    c("Satisfaction", "Loyalty"), c("Complaints", "Loyalty")))
