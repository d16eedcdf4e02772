# Two samples of made-up schools under the names that files of api_survey's kind use: a stratified one, and one of districts.
source("make/write.R")
suppressMessages(library(survey))
set.seed(404)
schools <- function(types, districts) {
  n <- length(types)
  effect <- rnorm(max(districts), 0, 45)[districts]
  meals <- round(pmin(100, pmax(0, 45 + 22 * rnorm(n) - .2 * effect)))
  ell <- round(pmin(95, pmax(0, .5 * meals + 12 * rnorm(n))))
  mobility <- round(pmax(1, 16 + 7 * rnorm(n)))
  api99 <- round(760 + effect - 2.4 * meals - .7 * ell + 40 * rnorm(n) - 35 * (types == "H"))
  api00 <- api99 + round(20 + 18 * rnorm(n))
  enroll <- round(exp(rnorm(n, ifelse(types == "H", 7.1, ifelse(types == "M", 6.6, 6)), .35)))
  yes <- function(p) ifelse(runif(n) < p, "Yes", "No")
  sch.wide <- yes(plogis(1.2 + .02 * (api00 - api99) - .015 * ell)); comp.imp <- yes(plogis(.8 - .01 * meals))
  data.frame(stype = types, dnum = districts, api00, api99, ell, meals, mobility, sch.wide, comp.imp, enroll, api.stu = round(enroll * runif(n, .7, .95)))
}
pop <- c(E = 2210, H = 430, K = 160, M = 790)
drawn <- c(E = 61, H = 33, K = 11, M = 47)
s <- schools(rep(names(drawn), drawn), sample(40, sum(drawn), replace = TRUE))
s$pw <- round((pop / drawn)[s$stype], 6); s$fpc <- pop[s$stype]
districts <- rep(sample(900, 13), sample(3:17, 13, replace = TRUE))
cl <- schools(sample(names(pop), length(districts), replace = TRUE, prob = pop + 200), as.integer(factor(districts)))
cl$dnum <- districts; cl$pw <- 38.5; cl$fpc <- 412
# An answer missing here and there.
s$mobility[c(4, 90)] <- NA; cl$ell[7] <- NA
write.csv(s, "schools_strata.csv", row.names = FALSE, na = ""); write.csv(cl, "schools_districts.csv", row.names = FALSE, na = "")
ds <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = s)
dc <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = cl)
vals <- function(des) {
  m <- svymean(~api00 + api99, des, deff = TRUE); e <- svytotal(~enroll, des); t <- svytotal(~stype, des); r <- svyratio(~api.stu, ~enroll, des)
  b <- svyby(~api00, ~stype, des, svymean)
  list(mean = as.list(coef(m)), se = as.list(SE(m)), deff = as.list(deff(m)), df = degf(des), total_enroll = unname(coef(e)), total_enroll_se = unname(SE(e))[1],
    total_stype = as.list(coef(t)), total_stype_se = as.list(SE(t)), ratio_apistu_enroll = unname(coef(r)), ratio_se = as.numeric(SE(r)),
    api00_by_stype = setNames(as.list(coef(b)), b$stype), api00_by_stype_se = unname(SE(b)))
}
margins <- list(stype = c(E = 2210, H = 430, K = 160, M = 790), sch.wide = c(No = 640, Yes = 2950))
p <- function(v) { x <- data.frame(names(margins[[v]]), Freq = margins[[v]]); names(x)[1] <- v; x }
rc <- rake(dc, list(~stype, ~sch.wide), list(p("stype"), p("sch.wide")), control = list(maxit = 5000, epsilon = 1e-13))
pc <- postStratify(dc, ~stype, p("stype"))
after <- function(des) { m <- svymean(~api00, des); e <- svytotal(~enroll, des)
  list(api00 = unname(coef(m)), se = unname(SE(m))[1], enroll = unname(coef(e)), enroll_se = unname(SE(e))[1]) }
chi <- svychisq(~sch.wide + stype, ds); chisq <- svychisq(~sch.wide + stype, ds, statistic = "Chisq")
lin <- summary(svyglm(api00 ~ ell + meals + mobility, ds))
logit <- summary(svyglm(I(sch.wide == "Yes") ~ ell + meals, dc, family = quasibinomial(), control = glm.control(epsilon = 1e-14)))
tt <- svyttest(api00 ~ comp.imp, ds)
write_expected("schools", "design-variance", "schools_strata.csv, schools_districts.csv", list(stratified = vals(ds), cluster = vals(dc),
  raked_cluster = c(after(rc), list(weights_first10 = unname(weights(rc))[1:10])), poststratified_cluster = after(pc),
  svychisq_schwide_stype_strat = list(F = unname(chi$statistic), df = unname(chi$parameter), p = unname(chi$p.value), X2 = unname(chisq$statistic), p_chisq = unname(chisq$p.value)),
  svyglm_strat = mat(lin$coefficients), svyttest_strat = list(t = unname(tt$statistic), df = unname(tt$parameter), p = unname(tt$p.value), diff = unname(tt$estimate)),
  svyglm_logit_cluster = mat(logit$coefficients)),
  c("svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc); svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc)",
    "svymean(deff = TRUE), svytotal, svyratio, svyby; rake, postStratify; svychisq; svyglm; svyttest"),
  options = list(margins = lapply(margins, as.list)), n = nrow(s))
