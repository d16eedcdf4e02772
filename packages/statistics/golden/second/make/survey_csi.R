source("make/write.R"); source("make/importance.R")
a <- paste0("a", 1:8); cc <- d[complete.cases(d[, c("osat", a)]), ]
R <- cor(cc[, a]); r <- cor(cc[, a], cc$osat)[, 1]
index <- sapply(a, function(v) mean((d[[v]] - 1) / 4 * 100, na.rm = TRUE))
stated <- sapply(paste0("i", 1:8), function(v) mean(d[[v]], na.rm = TRUE)); beta <- solve(R, r)
p <- sweep(cc[, a], 2, colSums(cc[, a]), "/"); e <- -colSums(p * log(p)) / log(nrow(cc))
w <- rbind(equal = rep(1, 8), stated = stated, correlation = pmax(0, r), regression_positive_beta = pmax(0, beta), lmg = lmg_of(R, r),
  johnson_relative_weight = johnson_of(R, r), entropy = 1 - e)
w <- w / rowSums(w); colnames(w) <- a
x <- (as.matrix(d[, a]) - 1) / 4 * 100
ws <- matrix(w["stated", ], nrow(x), 8, byrow = TRUE); ws[is.na(x)] <- NA
own <- rowSums(ws * x, na.rm = TRUE) / rowSums(ws, na.rm = TRUE); own[rowSums(!is.na(x)) < 4] <- NA
write_expected("survey_csi", "index", "survey.csv", list(n_complete = nrow(cc), attribute_index_0_100 = as.list(index), weights = mat(w),
  csi = as.list(rowSums(sweep(w, 2, index, "*"))),
  respondent_level_csi_stated_weights_available_items = list(
    rule = "sum over answered items of w*(x-1)/4*100 / sum of w over answered items; only respondents with >=4 of 8 answered",
    n = sum(!is.na(own)), mean = mean(own, na.rm = TRUE), sd = sd(own, na.rm = TRUE), first5 = as.numeric(own[1:5]))),
  calls = c("weights by their formulas from cor() of the complete cases; LMG over all subsets", "entropy: 1 + sum p ln p / ln n"))
