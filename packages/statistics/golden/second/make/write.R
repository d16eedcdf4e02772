# Sourced by the other scripts: reads the survey as its values are defined and writes expected/ID.json with fifteen digits.
library(jsonlite)
conf <- .9
alpha <- .1
raw <- read.csv("survey.csv", na.strings = c("", "NA"), stringsAsFactors = FALSE)
d <- raw[!duplicated(raw[, names(raw) != "id"]), ]
for (j in 1:8) { x <- d[[paste0("a", j)]]; x[!is.na(x) & x == 99] <- NA; d[[paste0("a", j)]] <- x }
mat <- function(m, rows = rownames(m), cols = colnames(m)) list(rows = as.list(rows), cols = as.list(cols),
  values = lapply(seq_len(nrow(m)), function(r) as.list(unname(unlist(m[r, ])))))
# One-element vectors become scalars: wrap in I() what must stay a list.
write_expected <- function(id, family, dataset, values, calls, options = list(), n = nrow(d), notes = NULL) {
  packages <- setdiff(loadedNamespaces(), c("base", "stats", "utils", "methods", "graphics", "grDevices", "datasets", "compiler", "tools"))
  packages <- intersect(packages, c("survey", "psych", "lavaan", "survival", "MASS", "car", "vcd", "GPArotation", "ordinal", "effectsize", "rstatix", "polycor"))
  software <- c(list(R = as.character(getRversion())), sapply(packages, function(p) as.character(packageVersion(p)), simplify = FALSE))
  out <- list(id = id, family = family, dataset = dataset, n = n, software = software, calls = as.list(calls),
    options = c(list(conf = conf, alpha = alpha), options), notes = notes, values = values)
  writeLines(toJSON(out, auto_unbox = TRUE, digits = I(15), pretty = 1, null = "null", na = "null"), file.path("expected", paste0(id, ".json")))
}
