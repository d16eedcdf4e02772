# Checks of how the made-up survey was answered, at other limits than the reference data.
source("make/write.R")
P <- as.matrix(d[, paste0("P", 1:22)])
duplicated_rows <- function(x) { y <- x[, names(x) != "id"]; duplicated(y) | duplicated(y, fromLast = TRUE) }
runs <- apply(P, 1, function(r) max(rle(r)$lengths))
irv <- apply(P, 1, sd)
m <- mahalanobis(P, colMeans(P), cov(P))
inconsistent <- with(d, !is.na(osat) & !is.na(sat10) & ((osat >= 4 & sat10 <= 2) | (osat <= 2 & sat10 >= 9)))
counts <- list(speeder = d$duration_s < median(d$duration_s) / 3, straightliner = irv == 0, longstring_ge_8 = runs >= 8,
  mahalanobis_p_lt_05 = pchisq(m, 22, lower.tail = FALSE) < .05, osat_inconsistent = inconsistent)
flags <- Reduce(`+`, counts)
odd_even <- suppressWarnings(sapply(seq_len(nrow(P)), function(i) cor(P[i, seq(1, 21, 2)], P[i, seq(2, 22, 2)])))
write_expected("survey_quality", "quality", "survey.csv",
  calls = c("longstring = max run length over P1..P22; irv = sd(n-1); mahalanobis(P, colMeans, cov); speeder: duration < median/3",
    "odd-even: cor of odd-position and even-position items per respondent", "osat_inconsistent: osat 4-5 with sat10 1-2, or osat 1-2 with sat10 9-10"),
  notes = "quality checks run after duplicate removal, except the duplicate count",
  values = list(n_raw = nrow(raw), n_exact_duplicate_rows_to_drop = sum(duplicated(raw[, names(raw) != "id"])),
    duplicate_groups_ids = I(raw$id[duplicated_rows(raw)]), median_duration = median(d$duration_s),
    counts = lapply(counts, sum), n_with_2_or_more_flags = sum(flags >= 2), flagged_ids_2_or_more = I(d$id[flags >= 2]),
    n_with_3_or_more_flags = sum(flags >= 3),
    longstring_first25 = I(runs[1:25]), irv_first15 = I(irv[1:15]), mahalanobis_first15 = I(m[1:15]), mahalanobis_sum_sq = sum(m^2),
    odd_even_cor_first60 = I(odd_even[1:60])))
