# Small made-up tables: waiting times at four counters, a rating of the same people before and after, complaints a month.
# Rscript make/counters.R writes counters.csv, twice.csv and complaints.csv.
set.seed(20261123)
size <- c(A = 9, B = 14, C = 6, D = 17)
minutes <- unlist(lapply(seq_along(size), function(g) round(rgamma(size[g], 4, 4 / c(5, 6.5, 9, 6)[g]), 1)))
write.csv(data.frame(minutes, counter = rep(names(size), size)), "counters.csv", row.names = FALSE)
u <- rnorm(13); before <- round(60 + 12 * u + rnorm(13, 0, 6), 2); after <- round(66 + 12 * u + rnorm(13, 0, 6), 2)
write.csv(data.frame(index = c(before, after), round = rep(c("1", "2"), each = 13), person = rep(1:13, 2)), "twice.csv", row.names = FALSE)
level <- rep(c(40, 55, 47), c(14, 12, 16))
write.csv(data.frame(month = seq_along(level), complaints = round(level + rnorm(length(level), 0, 6))), "complaints.csv", row.names = FALSE)
