# Tests between groups of the survey: five regions, four segments, two genders, and the same people's two answers.
source("make/write.R")
suppressMessages({ library(survey); library(car) })
options(contrasts = c("contr.treatment", "contr.poly"))
all_rows <- d
d <- d[!is.na(d$ces), ]
design <- svydesign(ids = ~1, weights = ~base_weight, data = all_rows)

several <- function(column) {
  g <- factor(d[[column]]); y <- d$sat10
  fit <- aov(y ~ g); table <- summary(fit)[[1]]
  welch <- oneway.test(y ~ g, var.equal = FALSE)
  bf <- leveneTest(y, g, center = median); levene <- leveneTest(y, g, center = mean)
  bartlett <- bartlett.test(y, g); kruskal <- kruskal.test(y, g)
  n <- length(y); k <- nlevels(g); H <- unname(kruskal$statistic)
  tukey <- TukeyHSD(fit, conf.level = conf)$g
  frame <- data.frame(y = y, g = g)
  howell <- as.data.frame(rstatix::games_howell_test(frame, y ~ g, conf.level = conf))
  dunn <- function(adjust) {
    t <- as.data.frame(rstatix::dunn_test(frame, y ~ g, p.adjust.method = adjust))
    lapply(seq_len(nrow(t)), function(i) list(group1 = t$group1[i], group2 = t$group2[i], z = t$statistic[i], p = t$p[i], p_adj = t$p.adj[i]))
  }
  pairwise <- function(adjust) { m <- pairwise.t.test(y, g, p.adjust.method = adjust)$p.value; mat(m) }
  F <- table[1, "F value"]
  # Limits of eta squared: noncentralities by uniroot, as share lambda / (lambda + n).
  ncp <- function(p) { f <- function(l) pf(F, k - 1, n - k, ncp = l, lower.tail = FALSE) - p
    if (f(0) >= 0) 0 else uniroot(f, c(0, 20 * F + 200), tol = 1e-12)$root }
  limits <- sapply(c((1 - conf) / 2, (1 + conf) / 2), ncp); limits <- limits / (limits + n)
  form <- as.formula(paste("sat10 ~", column))
  model <- svyglm(form, design); wald <- regTermTest(model, as.formula(paste("~", column)))
  ranks <- svyranktest(form, design, test = "KruskalWallis")
  means <- svyby(~sat10, as.formula(paste("~", column)), design, svymean)
  list(n_by_group = as.list(table(g)[levels(g)]), means = as.list(tapply(y, g, mean)), sds = as.list(tapply(y, g, sd)),
    anova = list(df = table$Df, ss = table[["Sum Sq"]], F = F, p = table[1, "Pr(>F)"]),
    eta2 = effectsize::eta_squared(fit, ci = NULL)[[2]], eta2_ci = limits, omega2 = effectsize::omega_squared(fit, ci = NULL)[[2]], epsilon2 = effectsize::epsilon_squared(fit, ci = NULL)[[2]],
    welch_anova = list(F = unname(welch$statistic), df = unname(welch$parameter), p = welch$p.value),
    levene_median_brown_forsythe = list(F = bf[1, "F value"], p = bf[1, "Pr(>F)"]),
    levene_mean = list(F = levene[1, "F value"], p = levene[1, "Pr(>F)"]),
    bartlett = list(K2 = unname(bartlett$statistic), p = bartlett$p.value),
    kruskal_wallis = list(H = H, df = unname(kruskal$parameter), p = kruskal$p.value, epsilon2_rank = H / (n - 1), eta2_H = (H - k + 1) / (n - k)),
    tukey_hsd = mat(tukey), pairwise_t_pooled_holm = pairwise("holm"), pairwise_t_pooled_none = pairwise("none"), pairwise_t_pooled_BH = pairwise("BH"),
    games_howell = lapply(seq_len(nrow(howell)), function(i) list(group1 = howell$group1[i], group2 = howell$group2[i], estimate = howell$estimate[i],
      lo = howell$conf.low[i], hi = howell$conf.high[i], p_adj_rounded_by_rstatix = howell$p.adj[i])),
    dunn_holm = dunn("holm"), dunn_bonferroni = dunn("bonferroni"), dunn_none = dunn("none"),
    weighted_means = as.list(setNames(means$sat10, means[[1]])),
    weighted_regtermtest = list(F = c(wald$Ftest), df = wald$df, ddf = wald$ddf, p = c(wald$p)),
    weighted_svyranktest = list(chisq = c(ranks$parameter), df = unname(ranks$statistic), p = c(ranks$p.value)))
}

two <- function(column) {
  levels <- sort(unique(d[[column]])); x <- d$sat10[d[[column]] == levels[1]]; y <- d$sat10[d[[column]] == levels[2]]
  test <- function(t) list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, ci = as.numeric(t$conf.int))
  pooled <- t.test(x, y, var.equal = TRUE, conf.level = conf)
  df <- length(x) + length(y) - 2; t <- unname(pooled$statistic); scale <- sqrt(1 / length(x) + 1 / length(y))
  ncp <- function(p) uniroot(function(l) pt(t, df, l, lower.tail = FALSE) - p, c(t - 20, t + 20), tol = 1e-13)$root
  J <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  d_limits <- sapply(c((1 - conf) / 2, (1 + conf) / 2), ncp) * scale
  sign_matrix <- sign(outer(x, y, "-")); delta <- mean(sign_matrix)
  n1 <- length(x); n2 <- length(y)
  variance <- (n2^2 * sum((rowMeans(sign_matrix) - delta)^2) + n1^2 * sum((colMeans(sign_matrix) - delta)^2) - sum((sign_matrix - delta)^2)) / (n1 * n2 * (n1 - 1) * (n2 - 1))
  form <- as.formula(paste("sat10 ~", column))
  w <- svyttest(form, design); r <- svyranktest(form, design)
  w_ci <- confint(w, level = conf)
  list(n = I(c(n1, n2)), t_pooled = test(pooled), t_welch = test(t.test(x, y, conf.level = conf)),
    cohens_d_pooled = effectsize::cohens_d(x, y, ci = NULL)[[1]], cohens_d_ci = d_limits, hedges_g = effectsize::hedges_g(x, y, ci = NULL)[[1]], hedges_g_ci = d_limits * J,
    cliffs_delta = delta, cliffs_delta_se = sqrt(variance),
    mann_whitney = list(W = unname(wilcox.test(x, y, exact = FALSE)$statistic), p_continuity = wilcox.test(x, y, exact = FALSE)$p.value, p_no_continuity = wilcox.test(x, y, exact = FALSE, correct = FALSE)$p.value),
    weighted_svyttest = list(t = unname(w$statistic), df = unname(w$parameter), p = unname(c(w$p.value)), diff = unname(w$estimate), ci = as.numeric(w_ci)),
    weighted_svyranktest = list(t = unname(r$statistic), p = unname(c(r$p.value)), diff = unname(r$estimate)))
}

paired <- function(first, second) {
  x <- d[[first]]; y <- d[[second]]
  t <- t.test(x, y, paired = TRUE, conf.level = conf)
  v <- wilcox.test(x, y, paired = TRUE, exact = FALSE); u <- wilcox.test(x, y, paired = TRUE, exact = FALSE, correct = FALSE)
  list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, ci = as.numeric(t$conf.int),
    wilcoxon_V = unname(v$statistic), wilcoxon_p_continuity = v$p.value, wilcoxon_p_no_continuity = u$p.value)
}

values <- list(region = several("region"), segment = several("segment"), age = several("age"), gender = two("gender"),
  paired_sat10_ideal10 = paired("sat10", "ideal10"), paired_sat10_exp10 = paired("sat10", "exp10"))
write_expected("survey_groups", "groups", "survey.csv", values,
  c("aov, TukeyHSD, oneway.test, car::leveneTest, bartlett.test, kruskal.test, pairwise.t.test, rstatix::games_howell_test, rstatix::dunn_test",
    "effectsize::eta_squared, omega_squared, epsilon_squared, cohens_d, hedges_g; limits by uniroot on pt and pf with ncp; Cliff's delta by hand",
    "survey::svyttest, svyranktest, svyglm + regTermTest with base_weight, all rows in the design"),
  notes = list("rows with missing ces removed, but for the weighted tests"))
