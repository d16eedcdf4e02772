# Cases of a field work with many addresses nobody could settle.
source("make/write.R")
x <- list(I = 412, P = 37, R = 288, NC = 951, O = 66, UH = 1240, UO = 305, NE = 419)
rates <- with(x, { D <- I + P + R + NC + O; U <- UH + UO; e <- D / (D + NE)
  list(e = e, RR1 = I / (D + U), RR2 = (I + P) / (D + U), RR3 = I / (D + e * U), RR4 = (I + P) / (D + e * U), RR5 = I / D, RR6 = (I + P) / D,
    COOP1 = I / (I + P + R + O), COOP2 = (I + P) / (I + P + R + O), COOP3 = I / (I + P + R), COOP4 = (I + P) / (I + P + R),
    REF1 = R / (D + U), REF2 = R / (D + e * U), REF3 = R / D, CON1 = (D - NC) / (D + U), CON2 = (D - NC) / (D + e * U), CON3 = (D - NC) / D) })
write_expected("aapor", "response-rates", "(counts)", list(dispositions = x, rates = rates),
  "AAPOR Standard Definitions (10th ed. 2023), e by proportional allocation", n = sum(unlist(x)))
