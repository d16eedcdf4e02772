# Weights of the survey to other margins, of other populations, than any other data of the tests.
source("make/write.R")
suppressMessages(library(survey))
d$top2 <- as.numeric(d$osat >= 4)
N <- 84500
margins <- list(
  region = c(Centre = .27, `East bank` = .12, Harbour = .21, Hills = .24, `New town` = .16),
  age = c(`18-39` = .33, `40-64` = .45, `65+` = .22),
  gender = c(F = .515, M = .485))
pop <- function(v) { x <- data.frame(names(margins[[v]]), Freq = margins[[v]] * N); names(x)[1] <- v; x }
base <- svydesign(ids = ~1, weights = ~base_weight, data = d)
raked <- rake(base, list(~region, ~age, ~gender), lapply(names(margins), pop), control = list(maxit = 5000, epsilon = 1e-13))
crossed <- expand.grid(region = names(margins$region), age = names(margins$age), stringsAsFactors = FALSE)
crossed$Freq <- N * margins$region[crossed$region] * margins$age[crossed$age]
post <- postStratify(base, ~region + age, crossed)
totals <- c(`(Intercept)` = N, unlist(lapply(c("region", "age"), function(v) setNames(margins[[v]][-1] * N, paste0(v, names(margins[[v]])[-1])))),
  genderM = unname(margins$gender["M"] * N))
cal <- calibrate(base, ~region + age + gender, totals, calfun = "linear")
one <- function(des) { w <- weights(des); unname(w / mean(w)) }
bounds <- c(.45, 2.1)
d$w <- one(raked)
# survey::trimWeights(strict = TRUE) without its way through probabilities, on whose rounding it never ends with these weights.
trim <- function(w, lower, upper) { repeat { outside <- w < lower | w > upper; if (!any(outside)) return(w)
  cut <- pmax(lower, pmin(w, upper)); cut[!outside] <- cut[!outside] + sum(w - cut) / sum(!outside); w <- cut } }
trimmed <- trim(d$w, bounds[1], bounds[2])
cost <- function(w) { deff <- length(w) * sum(w^2) / sum(w)^2
  list(deff_kish = deff, n_eff = length(w) / deff, min = min(w), max = max(w), cv = sqrt(mean((w - mean(w))^2)) / mean(w)) }
estimates <- function(des) { a <- svymean(~top2, des, na.rm = TRUE); b <- svymean(~osat, des, na.rm = TRUE)
  list(top2 = unname(coef(a)), top2_se = unname(SE(a))[1], osat = unname(coef(b)), osat_se = unname(SE(b))[1]) }
cells <- tapply(d$w, paste(d$region, d$age, d$gender, sep = "."), sum)
write_expected("survey_weighting", "weights", "survey.csv", list(
  raked_first10 = one(raked)[1:10], raked_sum_of_squares = sum(one(raked)^2), raked_by_cell_region_age_gender = as.list(cells), raked = cost(one(raked)),
  trimmed_first10 = trimmed[1:10], trimmed = cost(trimmed), trim_bounds_rel_to_mean = bounds,
  poststratified_first10 = one(post)[1:10], poststratified = cost(one(post)),
  calibrated_linear_first10 = one(cal)[1:10], calibrated_linear = cost(one(cal)),
  estimates = list(base_weights = estimates(base), raked_se_accounts_for_raking = estimates(raked), poststratified = estimates(post),
    calibrated = estimates(cal), raked_se_naive_weights_only = estimates(svydesign(ids = ~1, weights = ~w, data = d)))),
  c("survey::rake(..., control = list(maxit = 5000, epsilon = 1e-13))", "survey::postStratify(~region + age)", "survey::calibrate(~region + age + gender)",
    "the steps of survey::trimWeights(strict = TRUE)"), options = list(population_N = N, margins = lapply(margins, as.list)))
