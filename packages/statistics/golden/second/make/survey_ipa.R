source("make/write.R")
a <- paste0("a", 1:8)
P <- sapply(a, function(v) mean(d[[v]], na.rm = TRUE)); I <- setNames(sapply(paste0("i", 1:8), function(v) mean(d[[v]], na.rm = TRUE)), a)
cc <- d[complete.cases(d[, c("osat", a)]), c("osat", a)]
r <- cor(cc[, a], cc$osat)[, 1]; K <- solve(cor(cc)); partial <- setNames((-K[1, -1] / sqrt(K[1, 1] * diag(K)[-1])), a)
quadrant <- function(p, i, cp, ci) as.list(setNames(ifelse(i >= ci, ifelse(p >= cp, "Keep up the good work", "Concentrate here"),
  ifelse(p >= cp, "Possible overkill", "Low priority")), a))
write_expected("survey_ipa", "matrix", "survey.csv", list(performance = as.list(P), stated_importance = as.list(I),
  derived_importance_pearson = as.list(r), derived_importance_partial = as.list(partial), crosshair_scale = c(3, 3),
  crosshair_data_means = c(mean(P), mean(I)), crosshair_data_medians = list(performance = median(P), importance = median(I)),
  quadrant_scale_centred = quadrant(P, I, 3, 3), quadrant_data_centred = quadrant(P, I, mean(P), mean(I)),
  quadrant_derived_data_centred = quadrant(P, r, mean(P), mean(r)), gap_P_minus_I = as.list(P - I),
  above_iso_diagonal_I_gt_P = as.list(I > P)), calls = "mean, cor, solve(cor()); >= the crosshair counts as high")
