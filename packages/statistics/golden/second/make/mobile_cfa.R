# Four factors of thirteen items by lavaan; reliability and HTMT2 by semTools' formulas (semTools is not needed).
source("make/write.R")
suppressMessages(library(lavaan))
X <- read.csv("mobile.csv")
blocks <- list(quality = c("PERQ1", "PERQ2", "PERQ3", "PERQ4", "PERQ5"), image = c("IMAG1", "IMAG2", "IMAG3"), value = c("PERV1", "PERV2"), satisfaction = c("CUSA1", "CUSA2", "CUSA3"))
items <- unlist(blocks, use.names = FALSE); X <- na.omit(X[, items]); n <- nrow(X)
model <- paste(names(blocks), "=~", sapply(blocks, paste, collapse = " + "), collapse = "\n")
tight <- list(reltol = 1e-16, maxit = 20000)
fit <- cfa(model, X, optim.method = "BFGS", control = tight); robust <- cfa(model, X, estimator = "MLR", optim.method = "BFGS", control = tight)
pe <- parameterEstimates(fit, standardized = TRUE); fm <- as.list(unclass(fitMeasures(fit))); rm <- fitMeasures(robust)
est <- lavInspect(fit, "est"); S <- lavInspect(fit, "sampstat")$cov; R <- cov2cor(S)
reliab <- sapply(names(blocks), function(f) { b <- blocks[[f]]; l <- est$lambda[b, f]; v <- est$psi[f, f]; u <- diag(est$theta)[b]; T <- S[b, b]; k <- length(b)
  c(alpha = k / (k - 1) * (1 - sum(diag(T)) / sum(T)), omega = sum(l)^2 * v / (sum(l)^2 * v + sum(u)), omega2 = sum(l)^2 * v / (sum(l)^2 * v + sum(u)), omega3 = sum(l)^2 * v / sum(T), avevar = sum(l^2) * v / (sum(l^2) * v + sum(u))) })
gm <- function(x) exp(mean(log(abs(x))))
within <- sapply(blocks, function(b) gm(R[b, b][lower.tri(R[b, b])]))
htmt <- outer(names(blocks), names(blocks), Vectorize(function(a, b) if (a == b) 1 else gm(R[blocks[[a]], blocks[[b]]]) / sqrt(within[[a]] * within[[b]]))); dimnames(htmt) <- list(names(blocks), names(blocks))
write_expected("mobile_cfa", "factors", "mobile.csv", n = n,
  calls = c("lavaan::cfa(4 factors, ML, marker, optim.method BFGS, reltol 1e-16); parameterEstimates(standardized = TRUE); fitMeasures()", "estimator = MLR", "semTools::reliability and htmt by their formulas"),
  values = list(parameters = list(names = paste(pe$lhs, pe$op, pe$rhs), est = pe$est, se = pe$se, z = pe$z, std_all = pe$std.all), fit = fm, reliability = mat(reliab), htmt = mat(htmt),
    mlr = list(chisq.scaled = rm[["chisq.scaled"]], chisq.scaling.factor = rm[["chisq.scaling.factor"]], cfi.robust = rm[["cfi.robust"]], rmsea.robust = rm[["rmsea.robust"]])))
