source("make/write.R")
upper <- c(2, 5, 1 / 3, 4, 3, 1 / 4, 2, 1 / 6, 1, 7); A <- diag(5)
A[lower.tri(A)] <- 1; A <- t(A); A[t(lower.tri(A))] <- upper; A <- matrix(A, 5)
for (i in 1:5) for (j in 1:5) if (i > j) A[i, j] <- 1 / A[j, i]
e <- eigen(A); top <- which.max(Re(e$values)); l <- Re(e$values[top]); v <- abs(Re(e$vectors[, top])); g <- exp(rowMeans(log(A))); g <- g / sum(g)
gci <- 0; for (i in 1:4) for (j in (i + 1):5) gci <- gci + log(A[i, j] * g[j] / g[i])^2
RI <- c(0, 0, .58, .9, 1.11, 1.25, 1.35)
write_expected("ahp_suppliers", "ahp", "matrix in this file", list(matrix = lapply(1:5, function(i) A[i, ]), lambda_max = l, weights_eigenvector = v / sum(v),
  weights_geometric_mean = g, weights_normalised_column_mean = rowMeans(sweep(A, 2, colSums(A), "/")), CI = (l - 5) / 4, RI = RI[5], CR = (l - 5) / 4 / RI[5],
  geometric_consistency_index = 2 * gci / (4 * 3)), calls = "eigen(A)", options = list(RI = RI), n = 5)
