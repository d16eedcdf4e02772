# A made-up survey of a property manager: other sizes, groups, weights and faults than any other data of the tests.
# Rscript make/survey.R writes survey.csv and mobile.csv. Seeds are fixed.
set.seed(20261122)
n <- 640
pick <- function(x, p) sample(x, n, replace = TRUE, prob = p)
clip <- function(x, lo, hi) pmin(hi, pmax(lo, round(x)))
region <- pick(c("Centre", "East bank", "Harbour", "Hills", "New town"), c(.31, .09, .22, .26, .12))
segment <- pick(c("Family", "Office", "Retail", "Senior"), c(.52, .08, .11, .29))
age <- pick(c("18-39", "40-64", "65+"), c(.38, .41, .21))
gender <- pick(c("F", "M"), c(.57, .43))
store <- sprintf("S%02d", sample(17, n, replace = TRUE, prob = (1:17)^.5))
wave <- sample(4, n, replace = TRUE, prob = c(.4, .2, .15, .25))
base_weight <- round(exp(rnorm(n, 0, .45)) * ifelse(region == "Hills", .6, 1.1), 4)
storeEffect <- rnorm(17, 0, .35)[as.integer(substr(store, 2, 3))]
u <- rnorm(n, .12 * wave + .35 * (segment == "Senior") - .25 * (region == "Harbour")) + storeEffect
osat <- clip(3.3 + .9 * u + rnorm(n, 0, .6), 1, 5)
sat10 <- clip(6.1 + 1.7 * u + rnorm(n, 0, 1), 1, 10)
exp10 <- clip(6.6 + 1.2 * u + rnorm(n, 0, 1.3), 1, 10)
ideal10 <- clip(5.9 + 1.4 * u + rnorm(n, 0, 1.2), 1, 10)
nps <- clip(6.7 + 1.9 * u + rnorm(n, 0, 1.4), 0, 10)
ces <- clip(4.7 + .8 * u + rnorm(n, 0, 1.1), 1, 7)
common <- rnorm(n)
a <- sapply(1:8, function(j) clip(3.4 - .1 * j + (.9 - .08 * j) * u + .4 * common + rnorm(n, 0, .8), 1, 5))
i <- sapply(1:8, function(j) clip(3.1 + .2 * ((j * 3) %% 7) + rnorm(n, 0, .8), 1, 5))
E <- sapply(1:22, function(j) clip(5.9 + .3 * rnorm(n) + .4 * common, 1, 7))
P <- sapply(1:22, function(j) clip(4.8 + .03 * j + .7 * u + rnorm(n, 0, .8), 1, 7))
g <- matrix(rgamma(n * 5, rep(c(2, 5, 3, 4, 2.5), each = n)), n)
pts <- floor(100 * g / rowSums(g))
pts[, 5] <- 100 - rowSums(pts[, 1:4])
kf <- sapply(1:6, function(j) pick(1:5, c(6 - j, 3, 3, j, 1)))
kd <- sapply(1:6, function(j) pick(1:5, c(1, j, 4, 3, 7 - j)))
duration_s <- round(rlnorm(n, log(240), .5))
churn <- rbinom(n, 1, plogis(-.9 - .6 * u))
time <- rexp(n, .03 * exp(-.4 * u))
months <- round(pmin(time, runif(n, 6, 48)), 2) + .01
event <- as.integer(time <= months)
blank <- function(x, share) { x[runif(n) < share] <- NA; x }
osat <- blank(osat, .03); nps <- blank(nps, .07); ces <- blank(ces, .1)
for (j in 1:8) { a[, j] <- blank(a[, j], .02 + .008 * j); a[runif(n) < .015, j] <- 99 }
lazy <- sample(n, 22)
a[lazy, ] <- 3; E[lazy, ] <- 4; P[lazy, ] <- 4
duration_s[lazy] <- sample(20:70, 22, replace = TRUE)
colnames(a) <- paste0("a", 1:8); colnames(i) <- paste0("i", 1:8); colnames(E) <- paste0("E", 1:22)
colnames(P) <- paste0("P", 1:22); colnames(pts) <- c("pts_tan", "pts_rel", "pts_res", "pts_ass", "pts_emp")
colnames(kf) <- paste0("kf", 1:6); colnames(kd) <- paste0("kd", 1:6)
d <- data.frame(wave, region, segment, age, gender, store, base_weight, osat, sat10, exp10, ideal10, nps, ces, a, i, E, P, pts, kf, kd,
  duration_s, churn, months, event)
d <- rbind(d, d[sample(n, 6), ])
d <- cbind(id = sprintf("T%04d", seq_len(nrow(d))), d)
write.csv(d, "survey.csv", row.names = FALSE, na = "")

# Seven constructs with 2 to 5 items on 1 to 7, some of them answered by few.
m <- 330
image <- rnorm(m); expectation <- .5 * image + rnorm(m, 0, .85); quality <- .55 * expectation + .3 * image + rnorm(m, 0, .7)
value <- .6 * quality + .1 * expectation + rnorm(m, 0, .75)
satisfaction <- .2 * image + .45 * quality + .3 * value + rnorm(m, 0, .5)
complaints <- .5 * satisfaction + rnorm(m, 0, .85); loyalty <- .55 * satisfaction + .15 * image + .1 * complaints + rnorm(m, 0, .6)
item <- function(lv, by, noise) clip(4.6 + 1.1 * by * lv + rnorm(m, 0, noise), 1, 7)
mobile <- data.frame(
  IMAG1 = item(image, .9, .8), IMAG2 = item(image, .7, 1.1), IMAG3 = item(image, .8, .9),
  CUEX1 = item(expectation, .8, 1), CUEX2 = item(expectation, .9, .9), CUEX3 = item(expectation, .6, 1.3),
  PERQ1 = item(quality, .9, .7), PERQ2 = item(quality, .8, .9), PERQ3 = item(quality, .7, 1), PERQ4 = item(quality, .85, .9), PERQ5 = item(quality, .6, 1.2),
  PERV1 = item(value, .9, .8), PERV2 = item(value, .85, .9),
  CUSA1 = item(satisfaction, 1, .7), CUSA2 = item(satisfaction, .9, .8), CUSA3 = item(satisfaction, .8, 1),
  CUSCO = item(complaints, .9, .8),
  CUSL1 = item(loyalty, .9, .8), CUSL2 = item(loyalty, .6, 1.2), CUSL3 = item(loyalty, .9, .8))
write.csv(mobile, "mobile.csv", row.names = FALSE)
