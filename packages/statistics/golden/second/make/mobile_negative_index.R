# Indices whatever the signs of the weights: a formative block in which an item's weight is negative.
source("make/write.R"); source("make/pls.R")
lo <- 1; hi <- 7
model <- list(blocks = list(Service = c(paste0("CUSA", 1:3), paste0("PERQ", 1:5), paste0("CUEX", 1:3)), Loyalty = paste0("CUSL", 1:3)),
  modes = c(Service = "B", Loyalty = "A"), paths = list(c("Service", "Loyalty")))
f <- pls(mobile, model, "path")
u <- f$weights / apply(f$X, 2, sd)
v <- u / ave(u, f$owner, FUN = sum)
stopifnot(any(v < 0))
LV <- sapply(f$k, function(j) f$X[, model$blocks[[j]], drop = FALSE] %*% v[model$blocks[[j]]])
I <- 100 * (LV - lo) / (hi - lo)
index <- cbind(index_mean = colMeans(I), index_sd = apply(I, 2, sd), index_min = apply(I, 2, min), index_max = apply(I, 2, max),
  index_se = apply(I, 2, sd) / sqrt(nrow(I)),
  simple_mean_items_0_100 = sapply(f$k, function(j) mean(100 * (colMeans(f$X[, model$blocks[[j]], drop = FALSE]) - lo) / (hi - lo))))
write_expected("mobile_negative_index", "path-model", "mobile.csv", list(index = mat(index), unstandardised_normalised_weights = named(v)),
  "make/mobile_negative_index.R", options_of(model, "path", scale_min = lo, scale_max = hi), n = nrow(mobile))
