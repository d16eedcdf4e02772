source("make/write.R")
pomp <- function(x, lo, hi) mean((x - lo) / (hi - lo) * 100, na.rm = TRUE)
five <- c(0, 30, 60, 80, 100)[d$osat]; even <- c(0, 20, 50, 70, 100)[d$osat]
write_expected("survey_scale_conversion", "scale", "survey.csv", list(
  range_based = list(osat_1_5 = pomp(d$osat, 1, 5), sat10_1_10 = pomp(d$sat10, 1, 10), nps_0_10 = pomp(d$nps, 0, 10), ces_1_7 = pomp(d$ces, 1, 7)),
  max_based = list(osat = mean(d$osat, na.rm = TRUE) / 5 * 100, sat10 = mean(d$sat10) / 10 * 100, ces = mean(d$ces, na.rm = TRUE) / 7 * 100),
  marks_100_80_60_30_0 = list(mean = mean(five, na.rm = TRUE), n = sum(!is.na(five)), se = sd(five, na.rm = TRUE) / sqrt(sum(!is.na(five)))),
  linear_marks_100_70_50_20_0 = mean(even, na.rm = TRUE),
  acsi_three_items_equal_weights = mean((pomp(d$sat10, 1, 10) + pomp(d$exp10, 1, 10) + pomp(d$ideal10, 1, 10)) / 3)),
  calls = "(x - min)/(max - min)*100; x/max*100; marks from the highest level down")
