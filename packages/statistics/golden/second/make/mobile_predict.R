source("make/write.R"); source("make/pls.R")
set.seed(7)
n <- nrow(mobile); k <- 7
fold <- sample(rep(seq_len(k), length.out = n))
exogenous <- names(which(colSums(path_matrix(ecsi)) == 0))
endogenous <- unlist(ecsi$blocks[setdiff(names(ecsi$blocks), exogenous)], use.names = FALSE)
predict_fold <- function(train, test, antecedents) {
  f <- pls(train, ecsi, "path")
  m <- colMeans(f$X); s <- apply(f$X, 2, sd)
  Z <- sweep(sweep(as.matrix(test[, names(m)]), 2, m), 2, s, "/")
  Y <- sapply(f$k, function(j) as.vector(Z[, ecsi$blocks[[j]], drop = FALSE] %*% f$w[[j]]))
  Y <- matrix(Y, ncol = length(f$k), dimnames = list(NULL, f$k))
  source <- Y
  for (j in f$k) if (any(f$P[, j] > 0)) {
    from <- f$P[, j] > 0
    Y[, j] <- (if (antecedents == "direct") source else Y)[, from, drop = FALSE] %*% f$B[from, j]
  }
  sapply(endogenous, function(i) Y[, f$owner[match(i, names(m))]] * f$loadings[[i]] * s[[i]] + m[[i]])
}
linear <- function(train, test, item, by) as.vector(predict(lm(reformulate(by, item), train), test))
block_of <- function(i) names(ecsi$blocks)[sapply(ecsi$blocks, function(b) i %in% b)]
cross <- function(fold, antecedents) {
  out <- lapply(1:4, function(x) matrix(NA_real_, n, length(endogenous), dimnames = list(NULL, endogenous)))
  for (g in unique(fold)) {
    test <- mobile[fold == g, ]; train <- mobile[fold != g, ]
    out[[1]][fold == g, ] <- predict_fold(train, test, antecedents)
    for (i in endogenous) {
      out[[2]][fold == g, i] <- linear(train, test, i, unlist(ecsi$blocks[exogenous], use.names = FALSE))
      out[[3]][fold == g, i] <- linear(train, test, i, unlist(ecsi$blocks[setdiff(names(ecsi$blocks), block_of(i))], use.names = FALSE))
      out[[4]][fold == g, i] <- mean(train[[i]])
    }
  }
  out
}
measures <- function(p) {
  O <- as.matrix(mobile[, endogenous])
  rmse <- function(P) sqrt(colMeans((O - P)^2)); mae <- function(P) colMeans(abs(O - P)); q2 <- function(P) 1 - colSums((O - P)^2) / colSums((O - p[[4]])^2)
  mat(rbind(PLS_RMSE = rmse(p[[1]]), PLS_MAE = mae(p[[1]]), LM_RMSE = rmse(p[[2]]), LM_MAE = mae(p[[2]]), LMallother_RMSE = rmse(p[[3]]),
    LMallother_MAE = mae(p[[3]]), Q2_predict_PLS = q2(p[[1]]), Q2_predict_LM = q2(p[[2]])))
}
direct <- cross(fold, "direct")
values <- list(fold_of_each_row = fold, kfold_direct_antecedents = measures(direct), kfold_earliest_antecedents = measures(cross(fold, "earliest")),
  LOOCV_direct_antecedents = measures(cross(seq_len(n), "direct")), LOOCV_earliest_antecedents = measures(cross(seq_len(n), "earliest")),
  kfold_predictions_first5_DA = mat(direct[[1]][1:5, ], as.character(1:5)))
write_expected("mobile_predict", "path-model", "mobile.csv", values, "make/mobile_predict.R", list(k = k), n = n)
