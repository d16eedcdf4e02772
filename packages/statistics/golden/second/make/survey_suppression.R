source("make/write.R")
T <- unclass(table(d$store, d$segment)); small <- T < 10; hidden <- small
# Lines with one hidden cell, rows first; the next smallest of the line goes with it, the first of equals.
repeat {
  rows <- which(rowSums(hidden) == 1); cols <- which(colSums(hidden) == 1)
  if (length(rows) > 0) { r <- rows[1]; free <- which(!hidden[r, ]); hidden[r, free[which.min(T[r, free])]] <- TRUE }
  else if (length(cols) > 0) { k <- cols[1]; free <- which(!hidden[, k]); hidden[free[which.min(T[free, k])], k] <- TRUE }
  else break
}
by_row <- function(M) lapply(seq_len(nrow(M)), function(i) I(unname(M[i, ])))
write_expected("survey_suppression", "suppression", "survey.csv", list(threshold = 10, rows = rownames(T), cols = colnames(T), counts = by_row(T),
  primary_suppressed = by_row(small), n_primary = sum(small), rows_with_exactly_one_suppressed = I(rownames(T)[rowSums(small) == 1]),
  complementary_suppressed = by_row(hidden), n_complementary = sum(hidden) - sum(small)), calls = "table(store, segment) < 10; complement by lines until none has exactly one")
