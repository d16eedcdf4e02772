# Two-step polychoric correlations of items on seven levels; checked against lavaan.
source("make/write.R")
library(lavaan)
mobile <- read.csv("mobile.csv")
X <- na.omit(mobile[, c("CUEX1", "PERQ1", "PERQ5", "PERV2", "CUSA1", "CUSL2")])
lower <- function(x, y, rho) if (min(x, y) == -Inf) 0 else if (x == Inf) pnorm(y) else if (y == Inf) pnorm(x) else
  as.numeric(mvtnorm::pmvnorm(upper = c(x, y), corr = matrix(c(1, rho, rho, 1), 2), algorithm = mvtnorm::TVPACK(1e-15)))
density <- function(x, y, rho) if (any(is.infinite(c(x, y)))) 0 else exp(-(x^2 - 2 * rho * x * y + y^2) / (2 * (1 - rho^2))) / (2 * pi * sqrt(1 - rho^2))
cuts <- function(x) { t <- table(x); qnorm(cumsum(t)[-length(t)] / sum(t)) }
cells <- function(f, a, b, rho) diff(t(diff(t(outer(c(-Inf, a, Inf), c(-Inf, b, Inf), Vectorize(function(x, y) f(x, y, rho)))))))
rho_of <- function(x, y) { tab <- table(x, y); k <- tab > 0
  uniroot(function(r) sum((tab * cells(density, cuts(x), cuts(y), r) / cells(lower, cuts(x), cuts(y), r))[k]), c(-.99, .99), tol = 1e-14)$root }
R <- diag(ncol(X)); dimnames(R) <- list(names(X), names(X))
for (i in 2:ncol(X)) for (j in 1:(i - 1)) R[i, j] <- R[j, i] <- rho_of(X[[i]], X[[j]])
L <- unclass(lavCor(X, ordered = names(X)))
stopifnot(max(abs(L - R)) < 1e-5)
thresholds <- unlist(lapply(names(X), function(v) { t <- cuts(X[[v]]); setNames(as.list(unname(t)), paste0(v, "|t", seq_along(t))) }), recursive = FALSE)
write_expected("mobile_polychoric", "correlation", "mobile.csv", n = nrow(X),
  calls = c("thresholds qnorm(cumulative share), rho the root of the score (mvtnorm TVPACK, uniroot tol 1e-14)", sprintf("lavaan::lavCor differs by at most %.1e", max(abs(L - R)))),
  values = list(rho = mat(R), thresholds = thresholds))
