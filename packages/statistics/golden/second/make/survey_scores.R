source("make/write.R")
library(survey)
z <- qnorm(1 - (1 - conf) / 2)
rating <- function(x, lo, hi, k) {
  x <- x[!is.na(x)]; n <- length(x); s <- sum(x > hi - k); p <- s / n
  se <- sqrt(p * (1 - p) / n); b <- binom.test(s, n, conf.level = conf)$conf.int; t <- t.test(x, conf.level = conf)
  w <- prop.test(s, n, correct = FALSE, conf.level = conf)$conf.int
  list(n = n, top_box_count = s, top_box_share = p, wald_se = se, wald_lo = p - z * se, wald_hi = p + z * se, wilson_lo = w[1], wilson_hi = w[2],
    clopper_pearson_lo = b[1], clopper_pearson_hi = b[2], mean = mean(x), sd = sd(x), se_mean = sd(x) / sqrt(n), mean_t_lo = t$conf.int[1],
    mean_t_hi = t$conf.int[2], median = median(x), index_0_100_range_based = mean((x - lo) / (hi - lo) * 100),
    index_max_based_WRONG_for_1_based_scales = mean(x / hi * 100), bottom2_share = mean(x <= lo + 1))
}
nps <- function(x) {
  x <- x[!is.na(x)]; n <- length(x); P <- sum(x >= 9); D <- sum(x <= 6); p <- P / n; q <- D / n
  se <- 100 * sqrt((p + q - (p - q)^2) / n); m <- 100 * (p - q)
  pa <- (P + .75) / (n + 3); qa <- (D + .75) / (n + 3); ma <- 100 * (pa - qa); sa <- 100 * sqrt((pa + qa - (pa - qa)^2) / (n + 3))
  sc <- ifelse(x >= 9, 100, ifelse(x <= 6, -100, 0))
  c(n = n, promoters = P, passives = n - P - D, detractors = D, nps = m, se = se, se_n_minus_1 = sd(sc) / sqrt(n), wald_lo = m - z * se,
    wald_hi = m + z * se, adjwald_nps = ma, adjwald_se = sa, adjwald_lo = ma - z * sa, adjwald_hi = ma + z * sa, mean_0_10 = mean(x))
}
difference <- function(x, y) {
  a <- nps(x); b <- nps(y); d <- a[["nps"]] - b[["nps"]]; se <- sqrt(a[["se"]]^2 + b[["se"]]^2)
  list(diff = d, se = se, z = d / se, p = 2 * pnorm(-abs(d / se)), lo = d - z * se, hi = d + z * se)
}
segments <- sort(unique(d$segment)); waves <- sort(unique(d$wave))
by_segment <- t(sapply(segments, function(s) nps(d$nps[d$segment == s])))
by_wave <- t(sapply(waves, function(w) nps(d$nps[d$wave == w]))); rownames(by_wave) <- waves
d$sc <- ifelse(d$nps >= 9, 100, ifelse(d$nps <= 6, -100, 0)); d$t2 <- as.numeric(d$osat >= 4)
des <- svydesign(ids = ~1, weights = ~base_weight, data = d)
clu <- svydesign(ids = ~store, weights = ~base_weight, data = d)
m <- svymean(~sc, des, na.rm = TRUE); mc <- svymean(~sc, clu, na.rm = TRUE, deff = "replace")
top <- svymean(~t2, des, na.rm = TRUE); osat <- svymean(~osat, des, na.rm = TRUE)
# The effect of clustering and weights against s^2/n of the unweighted answers.
plain <- sd(d$sc, na.rm = TRUE)^2 / sum(!is.na(d$sc))
last <- waves[length(waves)]; previous <- waves[length(waves) - 1]
write_expected("survey_scores", "scores", "survey.csv", list(
  csat_osat_1_5_top2 = rating(d$osat, 1, 5, 2), csat_sat10_top3 = rating(d$sat10, 1, 10, 3), ces_1_7_top3 = rating(d$ces, 1, 7, 3),
  nps = as.list(nps(d$nps)), nps_by_segment = mat(by_segment), nps_by_wave = mat(by_wave),
  nps_last_vs_previous_wave = difference(d$nps[d$wave == last], d$nps[d$wave == previous]),
  nps_segment1_vs_segment2 = difference(d$nps[d$segment == segments[1]], d$nps[d$segment == segments[2]]),
  nps_simple_average_over_segments_WRONG = mean(by_segment[, "nps"]),
  weighted = list(nps = coef(m)[[1]], nps_se_linearised = SE(m)[[1]], nps_ci = as.numeric(confint(m, level = conf)),
    nps_cluster_store = coef(mc)[[1]], nps_se_cluster_store = SE(mc)[[1]], nps_deff_cluster = SE(mc)[[1]]^2 / plain,
    top2 = coef(top)[[1]], top2_se = SE(top)[[1]], osat_mean = coef(osat)[[1]], osat_mean_se = SE(osat)[[1]],
    kish_deff_all = nrow(d) * sum(d$base_weight^2) / sum(d$base_weight)^2, n_eff_all = sum(d$base_weight)^2 / sum(d$base_weight^2))),
  calls = c("prop.test(correct = FALSE), binom.test, t.test; NPS by its formulas (Rocks 2016)",
    "survey::svymean(~sc, svydesign(ids = ~1 or ~store, weights = ~base_weight)), sc = 100/0/-100"),
  options = list(top_boxes = "osat 4-5; sat10 8-10; ces 5-7; NPS 9-10 / 0-6"))
