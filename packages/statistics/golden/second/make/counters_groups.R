# Textbook tests on the small tables of counters.R, with other numbers of groups and sizes.
source("make/write.R")
suppressMessages(library(car))
several <- function(y, g) {
  g <- factor(g); fit <- aov(y ~ g); t <- summary(fit)[[1]]; w <- oneway.test(y ~ g); k <- kruskal.test(y, g); b <- leveneTest(y, g)
  n <- length(y); ss <- t[["Sum Sq"]]; ms <- ss[2] / t$Df[2]
  dunn <- as.data.frame(rstatix::dunn_test(data.frame(y, g), y ~ g, p.adjust.method = "bonferroni"))
  list(n = as.list(table(g)[levels(g)]), means = as.list(tapply(y, g, mean)), F = t[1, "F value"], df = t$Df, p = t[1, "Pr(>F)"],
    eta2 = ss[1] / sum(ss), omega2 = max(0, (ss[1] - t$Df[1] * ms) / (sum(ss) + ms)),
    welch = list(F = unname(w$statistic), df = unname(w$parameter), p = w$p.value),
    kruskal = list(H = unname(k$statistic), p = k$p.value), brown_forsythe = list(F = b[1, 2], p = b[1, 3]),
    tukey = mat(TukeyHSD(fit, conf.level = conf)$g),
    dunn_bonferroni = lapply(seq_len(nrow(dunn)), function(i) list(pair = paste(dunn$group1[i], dunn$group2[i], sep = "-"), z = dunn$statistic[i], p = dunn$p[i], p_adj = dunn$p.adj[i])))
}
counters <- read.csv("counters.csv"); twice <- read.csv("twice.csv")
a <- twice$index[twice$round == 1]; b <- twice$index[twice$round == 2]
test <- function(t) list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, ci = as.numeric(t$conf.int))
values <- list(counters = several(counters$minutes, counters$counter),
  twice = list(welch = test(t.test(a, b, conf.level = conf)), pooled = test(t.test(a, b, var.equal = TRUE, conf.level = conf)),
    paired = test(t.test(a, b, paired = TRUE, conf.level = conf)), cohens_d = effectsize::cohens_d(a, b, ci = NULL)[[1]],
    hedges_g = effectsize::hedges_g(a, b, ci = NULL)[[1]], mann_whitney_exact_p = wilcox.test(a, b, exact = TRUE)$p.value))
write_expected("counters_groups", "groups", "counters.csv, twice.csv", values,
  c("aov, oneway.test, kruskal.test, car::leveneTest, TukeyHSD, rstatix::dunn_test, t.test, wilcox.test(exact = TRUE)", "effectsize::cohens_d, hedges_g"), n = nrow(counters))
