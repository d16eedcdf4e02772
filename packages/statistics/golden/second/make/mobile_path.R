source("make/write.R"); source("make/pls.R")
f <- pls(mobile, ecsi, "path")
write_expected("mobile_path", "path-model", "mobile.csv", c(estimates(f), criteria(f)), "make/pls.R: pls(mobile, ecsi, 'path')",
  options_of(ecsi, "path"), n = nrow(mobile))
