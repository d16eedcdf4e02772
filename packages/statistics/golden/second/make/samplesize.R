# Sizes, allocations and powers of other plans; `options` says what files of this kind else leave to words.
source("make/write.R")
noise <- function(x) ceiling(x * (1 - 1e-12))
plan <- expand.grid(p = c(.35, .9), e = c(.02, .045), conf = c(.9, .98), N = c(230, 4100, NA))
z <- qnorm((1 + plan$conf) / 2)
plan$n0 <- z^2 * plan$p * (1 - plan$p) / plan$e^2
plan$n <- ifelse(is.na(plan$N), plan$n0, plan$n0 / (1 + (plan$n0 - 1) / plan$N))
plan$n_ceiling <- noise(plan$n)
Nh <- c(310, 2400, 95, 1705, 640); Sh <- c(1.3, .8, 2.1, 1.1, .4); cost <- c(5, 3, 20, 8, 3); n <- 237
remainder <- function(x) { w <- floor(x); i <- order(x - w, decreasing = TRUE)[seq_len(round(sum(x) - sum(w)))]; w[i] <- w[i] + 1; w }
share <- function(size) n * size / sum(size)
v <- function(nh) sum((Nh / sum(Nh))^2 * Sh^2 / nh * (1 - nh / Nh))
o <- list(sd = .95, mean_e = .06, p = .4, e = .035, p1 = .62, p2 = .55, power_props = .85, delta = .25, power_means = .75)
z1 <- qnorm((1 + conf) / 2)
props <- power.prop.test(p1 = o$p1, p2 = o$p2, power = o$power_props, sig.level = alpha)$n
means <- power.t.test(delta = o$delta, sd = o$sd, power = o$power_means, sig.level = alpha)$n
rows <- lapply(seq_len(nrow(plan)), function(r) lapply(unname(as.list(plan[r, ])), function(x) if (is.na(x)) NULL else x))
write_expected("samplesize", "sampling", "(none)", list(simple = list(cols = names(plan), rows = rows),
  stratified = list(Nh = Nh, Sh = Sh, cost = cost, n = n, proportional = share(Nh), proportional_int = remainder(share(Nh)), neyman = share(Nh * Sh),
    neyman_int = remainder(share(Nh * Sh)), cost_optimal = share(Nh * Sh / sqrt(cost)), var_mean_proportional = v(share(Nh)), var_mean_neyman = v(share(Nh * Sh))),
  mean_margin = list(n_for_mean = z1^2 * o$sd^2 / o$mean_e^2, n_with_deff_1.8_and_response_22pct = noise(z1^2 * o$p * (1 - o$p) / o$e^2 * 1.8 / .22)),
  power_two_props_n_per_group = props, power_two_means_n_per_group = means),
  c("n0 = z^2 p (1 - p) / e^2; n = n0 / (1 + (n0 - 1) / N)", "largest remainder", "power.prop.test, power.t.test at level alpha"), options = o, n = 0)
