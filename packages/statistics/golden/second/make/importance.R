# Shares of R^2 by their definitions, from the correlations alone; R has relaimpo for it, these are independent of it.
# LMG: the mean over all orders of what a predictor adds, by the weights of its subsets.
r2_of <- function(R, r, set) if (length(set) == 0) 0 else as.numeric(t(r[set]) %*% solve(R[set, set, drop = FALSE], r[set]))
lmg_of <- function(R, r) {
  p <- length(r)
  sapply(seq_len(p), function(j) {
    others <- setdiff(seq_len(p), j); total <- 0
    for (code in 0:(2^(p - 1) - 1)) {
      set <- others[bitwAnd(code, 2^(0:(p - 2))) > 0]
      total <- total + factorial(length(set)) * factorial(p - 1 - length(set)) / factorial(p) * (r2_of(R, r, c(set, j)) - r2_of(R, r, set))
    }
    total
  })
}
johnson_of <- function(R, r) {
  e <- eigen(R); L <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
  as.numeric(L^2 %*% solve(L, r)^2)
}
