source("make/write.R")
E <- rbind(c("Q", "A", "A", "A", "O"), c("R", "I", "I", "I", "M"), c("R", "I", "I", "I", "M"), c("R", "I", "I", "I", "M"), c("R", "R", "R", "R", "Q"))
codes <- c("M", "O", "A", "I", "R", "Q"); answers <- c("like", "must-be", "neutral", "live-with", "dislike"); n <- nrow(d)
one <- function(j) {
  f <- d[[paste0("kf", j)]]; g <- d[[paste0("kd", j)]]; k <- table(factor(E[cbind(f, g)], codes)); s <- sort(as.numeric(k), decreasing = TRUE)
  base <- sum(k[c("A", "O", "M", "I")]); cf <- c(4, 2, 0, -1, -2)[f]; cd <- c(-2, -1, 0, 2, 4)[g]
  c(k, better = sum(k[c("A", "O")]) / base, worse = -sum(k[c("O", "M")]) / base, category_strength = (s[1] - s[2]) / n,
    total_strength = sum(k[c("M", "O", "A")]) / n, fong_absdiff = s[1] - s[2], fong_threshold = 1.65 * sqrt((s[1] + s[2]) * (2 * n - s[1] - s[2]) / (2 * n)),
    cont_functional_mean = mean(cf), cont_functional_sd = sd(cf), cont_dysfunctional_mean = mean(cd), cont_dysfunctional_sd = sd(cd))
}
features <- t(sapply(1:6, one)); rownames(features) <- paste0("feature", 1:6)
blauth <- apply(features[, codes], 1, function(k) { g <- if (sum(k[c("O", "A", "M")]) > sum(k[c("I", "R", "Q")])) c("M", "O", "A") else c("I", "R", "Q")
  g[which.max(k[g])] })
write_expected("survey_kano", "kano", "survey.csv", list(evaluation_table = list(rows_functional = answers, cols_dysfunctional = answers,
  values = lapply(1:5, function(i) E[i, ])), features = mat(features), category_by_mode = as.list(apply(features[, codes], 1, function(k) codes[which.max(k)])),
  category_blauth_rule = as.list(blauth)), calls = "evaluation table, mode with ties M > O > A > I, Blauth's rule, Fong's test, DuMouchel's scores")
