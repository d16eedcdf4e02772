# Control charts of made-up counts and of complaints.csv; the constants of the rounded and of the exact kind.
source("make/write.R")
set.seed(3)
charts <- function(k, n) {
  p <- sum(k) / sum(rep_len(n, length(k))); half <- 3 * sqrt(p * (1 - p) / n); up <- p + half; low <- pmax(0, p - half)
  list(nonconforming = I(k), n = if (length(n) == 1) n else I(n), pbar = p, ucl = up, lcl = low, out_samples = I(which(k / n > up | k / n < low)))
}
k <- rbinom(25, 80, .12); k[c(7, 19)] <- c(24, 22)
n <- sample(30:120, 18); j <- rbinom(18, n, .3); j[11] <- round(.7 * n[11])
x <- read.csv("complaints.csv")$complaints
m <- mean(x); mr <- mean(abs(diff(x))); d2 <- 2 / sqrt(pi); d3 <- sqrt(2 - 4 / pi)
runs <- function(length) { r <- rle(sign(x - m)); e <- cumsum(r$lengths); s <- e - r$lengths + 1
  keep <- r$lengths >= length & r$values != 0; lapply(which(keep), function(i) I(c(s[i], e[i]))) }
values <- list(forms = charts(k, 80), branches = charts(j, n),
  complaints_xmr = list(mean = m, mr_bar = mr, unpl_266 = m + 2.66 * mr, lnpl_266 = m - 2.66 * mr, ucl_mr_3267 = 3.267 * mr,
    unpl_exact = m + 3 / d2 * mr, lnpl_exact = m - 3 / d2 * mr, ucl_mr_exact = (1 + 3 * d3 / d2) * mr,
    out_266 = I(which(x > m + 2.66 * mr | x < m - 2.66 * mr)), rule2_runs_of_8 = runs(8), rule2_runs_of_5 = runs(5)))
write_expected("complaints_charts", "trend", "counts in this file; complaints.csv", values,
  c("p: pbar +/- 3 sqrt(pbar(1-pbar)/n); XmR with 2.66 and 3.267 (rounded) and with exact d2 = 2/sqrt(pi), d3 = sqrt(2 - 4/pi)"), n = length(x))
