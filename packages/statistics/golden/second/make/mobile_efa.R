# Three exploratory factors of thirteen items: stats::factanal, psych's measures, iterated principal axes, GPArotation, stats::promax.
source("make/write.R")
suppressMessages({library(psych); library(GPArotation)})
items <- c("IMAG1", "IMAG2", "IMAG3", "CUEX1", "CUEX2", "CUEX3", "PERQ1", "PERQ2", "PERQ4", "CUSA1", "CUSA2", "CUSA3", "CUSL1")
X <- na.omit(read.csv("mobile.csv")[, items]); n <- nrow(X); p <- ncol(X); k <- 3
R <- cor(X); ko <- psych::KMO(R); ba <- psych::cortest.bartlett(R, n)
ml <- factanal(covmat = R, factors = k, n.obs = n, rotation = "none", control = list(opt = list(factr = 10, maxit = 1000), lower = .005))
tidy <- function(L) { L <- unclass(L); L <- L %*% diag(ifelse(colSums(L^3) < 0, -1, 1), ncol(L)); L <- L[, order(-colSums(L^2))]; dimnames(L) <- list(items, paste0("F", seq_len(k))); L }
lower <- p * (p + 1) / 2
S <- unclass(ml$loadings) %*% t(unclass(ml$loadings)) + diag(ml$uniquenesses)
objective <- log(det(S)) + sum(diag(R %*% solve(S))) - log(det(R)) - p; dof <- ((p - k)^2 - p - k) / 2; chi2 <- (n - 1 - (2 * p + 5) / 6 - 2 * k / 3) * objective
h <- 1 - 1 / diag(solve(R)); it <- 0
repeat { it <- it + 1; Rr <- R; diag(Rr) <- h; e <- eigen(Rr, symmetric = TRUE); L <- e$vectors[, 1:k] %*% diag(sqrt(e$values[1:k])); new <- rowSums(L^2); d <- max(abs(new - h)); h <- new; if (d < 1e-14) break }
oblique <- GPFoblq(L, Tmat = diag(k), method = "oblimin", methodArgs = list(gam = 0), eps = 1e-8, maxit = 20000)
order_signs <- function(L) list(o = order(-colSums(L^2)), s = ifelse(colSums(L^3) < 0, -1, 1))
phi <- function(P, L) { a <- order_signs(unclass(L)); P <- diag(a$s) %*% P %*% diag(a$s); P <- P[a$o, a$o]; dimnames(P) <- list(paste0("F", 1:k), paste0("F", 1:k)); P }
prom <- promax(varimax(L, eps = 1e-14)$loadings, m = 4)
vm <- varimax(unclass(ml$loadings), normalize = TRUE, eps = 1e-14)
write_expected("mobile_efa", "factors", "mobile.csv", n = n,
  calls = c("psych::KMO, psych::cortest.bartlett", "factanal(covmat, 3 factors, rotation none, lower .005), varimax(eps = 1e-14)", "principal axes from SMC to 1e-14; GPFoblq oblimin gam 0 eps 1e-8; promax(varimax, m = 4)"),
  notes = "columns reflected so that their cubes sum to more than 0, and sorted by sums of squares",
  values = list(kmo_overall = ko$MSA, kmo_items = as.list(ko$MSAi), bartlett_chi2 = ba$chisq, bartlett_df = ba$df, eigenvalues_R = eigen(R)$values,
    ml_uniquenesses = as.list(ml$uniquenesses), ml_loadings_varimax_kaiser = mat(tidy(vm$loadings)), ml_chi2 = chi2, ml_dof = dof, ml_p = pchisq(chi2, dof, lower.tail = FALSE), ml_objective = objective,
    paf_communalities = as.list(setNames(h, items)), paf_iterations = it, paf_ss_loadings_unrotated = colSums(L^2),
    paf_oblimin_loadings = mat(tidy(oblique$loadings)), paf_oblimin_phi = mat(phi(oblique$Phi, oblique$loadings)),
    paf_promax_loadings = mat(tidy(prom$loadings)), paf_promax_phi = mat(phi(solve(t(prom$rotmat) %*% prom$rotmat), prom$loadings))))
