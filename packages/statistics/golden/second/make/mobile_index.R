source("make/write.R"); source("make/pls.R")
lo <- 1; hi <- 7
f <- pls(mobile, ecsi, "path")
u <- f$weights / apply(f$X, 2, sd)
v <- u / ave(u, f$owner, FUN = sum)
LV <- sapply(f$k, function(j) f$X[, ecsi$blocks[[j]], drop = FALSE] %*% v[ecsi$blocks[[j]]])
I <- 100 * (LV - lo) / (hi - lo)
index <- cbind(index_mean = colMeans(I), index_sd = apply(I, 2, sd), index_min = apply(I, 2, min), index_max = apply(I, 2, max),
  index_se = apply(I, 2, sd) / sqrt(nrow(I)), simple_mean_items_0_100 = sapply(f$k, function(j) mean(100 * (colMeans(f$X[, ecsi$blocks[[j]], drop = FALSE]) - lo) / (hi - lo))))
# Regressions among the scores on the answers' own scale.
B <- f$P
for (j in f$k[colSums(f$P) > 0]) B[f$P[, j] > 0, j] <- coef(lm(LV[, j] ~ LV[, f$P[, j] > 0, drop = FALSE]))[-1]
effect <- t(total(B)); dimnames(effect) <- list(f$k, f$k)
item <- (effect + diag(length(f$k)))[, f$owner] * rep(v, each = length(f$k))
dimnames(item) <- list(f$k, names(v))
sat <- ecsi$blocks$Satisfaction
values <- list(index = mat(index), unstandardised_normalised_weights = named(v),
  acsi_formula_satisfaction = (sum(u[sat] * colMeans(f$X[, sat])) - lo * sum(u[sat])) / ((hi - lo) * sum(u[sat])) * 100,
  ipma_cSEM = list(Construct = list(Importance = mat(effect), Performance = mat(cbind(`1` = colMeans(LV)))),
    Indicator = list(Importance = mat(item), Performance = mat(cbind(`1` = colMeans(f$X)))), Construct_names = as.list(f$k), Indicator_names = as.list(names(v))))
write_expected("mobile_index", "path-model", "mobile.csv", values, "make/mobile_index.R", list(scale_min = lo, scale_max = hi), n = nrow(mobile))
