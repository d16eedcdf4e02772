# Other names, fewer constructs and paths, no single item.
source("make/write.R"); source("make/pls.R")
model <- list(blocks = list(Service = ecsi$blocks$Quality[c(5, 1, 3)], Price = ecsi$blocks$Value, Mood = rev(ecsi$blocks$Satisfaction), Return = ecsi$blocks$Loyalty),
  modes = c(Service = "A", Price = "A", Mood = "A", Return = "A"), paths = list(c("Service", "Mood"), c("Price", "Mood"), c("Mood", "Return"), c("Price", "Return")))
f <- pls(mobile, model, "centroid")
values <- c(estimates(f), criteria(f))
write_expected("mobile_centroid", "path-model", "mobile.csv", values, "make/pls.R: pls(mobile, model, 'centroid')", options_of(model, "centroid"), n = nrow(mobile))
