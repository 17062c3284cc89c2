# R reads the demo's cohort with the types and values that the registry means.
cohort <- read.csv(commandArgs(TRUE)[1], na.strings = c("NR", "NA", "NT"), row.names = "case_id")
stopifnot(
  identical(rownames(cohort), c("kodama2024-1", "kodama2024-2", "synthetic-1")),
  identical(cohort$age_min, c(46L, 65L, 58L)),
  all.equal(cohort$psoas_rt_eqd2_10_gy, c(NA, 50, 32.5)),
  is.numeric(cohort$psoas_suv_max), is.numeric(cohort$pack_years),
  identical(cohort["kodama2024-1", "drivers"], "EML4::ALK fusion"),
  is.na(cohort["kodama2024-2", "drivers"])
)
cat("R reads the cohort\n")
