# Two formative blocks and the factorial scheme.
source("make/write.R"); source("make/pls.R")
model <- ecsi
model$modes[c("Image", "Quality")] <- "B"
model$paths <- model$paths[-c(3, 5)]
f <- pls(mobile, model, "factorial")
write_expected("mobile_formative", "path-model", "mobile.csv", c(estimates(f), criteria(f)), "make/pls.R: pls(mobile, model, 'factorial')",
  options_of(model, "factorial"), n = nrow(mobile))
