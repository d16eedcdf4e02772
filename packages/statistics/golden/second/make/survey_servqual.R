source("make/write.R")
dims <- list(Tangibles = 1:4, Reliability = 5:9, Responsiveness = 10:13, Assurance = 14:17, Empathy = 18:22)
P <- as.matrix(d[, paste0("P", 1:22)]); E <- as.matrix(d[, paste0("E", 1:22)]); G <- P - E
pts <- as.matrix(d[, c("pts_tan", "pts_rel", "pts_res", "pts_ass", "pts_emp")])
items <- t(sapply(1:22, function(j) { t <- t.test(P[, j], E[, j], paired = TRUE)
  c(mean_P = mean(P[, j]), mean_E = mean(E[, j]), gap = mean(G[, j]), sd_gap = sd(G[, j]), t = unname(t$statistic), p = t$p.value) }))
rownames(items) <- paste0("Q", 1:22)
gap <- sapply(dims, function(i) rowMeans(G[, i])); perf <- sapply(dims, function(i) rowMeans(P[, i]))
alpha_of <- function(X) { k <- ncol(X); k / (k - 1) * (1 - sum(apply(X, 2, var)) / var(rowSums(X))) }
table_of <- t(sapply(names(dims), function(n) { i <- dims[[n]]; w <- pts[, which(names(dims) == n)]
  c(mean_gap = mean(gap[, n]), sd_gap = sd(gap[, n]), servperf_mean = mean(perf[, n]), mean_points = mean(w), mean_weighted_gap = mean(gap[, n] * w / 100),
    alpha_P = alpha_of(P[, i]), alpha_E = alpha_of(E[, i]), alpha_gap = alpha_of(G[, i])) }))
weighted <- rowSums(pts * gap) / 100; unweighted <- rowMeans(gap)
write_expected("survey_servqual", "servqual", "survey.csv", list(items = mat(items), dimensions = mat(table_of),
  unweighted_servqual = mean(unweighted), unweighted_sd = sd(unweighted), weighted_servqual_individual_points = mean(weighted), weighted_sd = sd(weighted),
  weighted_servqual_mean_points = sum(colMeans(pts) * colMeans(gap)) / 100, servperf_unweighted = mean(rowMeans(perf)),
  servperf_weighted = mean(rowSums(pts * perf) / 100)), calls = "t.test(paired = TRUE); alpha from covariances",
  options = list(items = "Tangibles 1-4, Reliability 5-9, Responsiveness 10-13, Assurance 14-17, Empathy 18-22; 1-7 scales"))
