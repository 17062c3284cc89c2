# readr guesses, for each table of a data package, the types that its dictionary tells, and has nothing to complain of.
suppressPackageStartupMessages(library(readr))
package <- commandArgs(TRUE)[1]
told <- read_csv(file.path(package, "dictionary.csv"), show_col_types = FALSE, progress = FALSE)
numbers <- 0
for (file in setdiff(list.files(package, "[.]csv$"), "dictionary.csv")) {
  table <- if (file == "cohort.csv") "case_facts" else sub("[.]csv$", "", file)
  rows <- read_csv(
    file.path(package, file), na = c("", "NR", "NA", "NT"), guess_max = Inf,
    show_col_types = FALSE, progress = FALSE)
  stopifnot(nrow(problems(rows)) == 0)
  for (column in names(rows)) {
    type <- told$type[told$table == table & told$name == column]
    is_empty <- all(is.na(rows[[column]]))
    if (!is_empty && length(type) == 1 && type %in% c("integer", "number")) {
      if (!is.numeric(rows[[column]])) stop(table, ".", column, " is no number for readr")
      numbers <- numbers + 1
    }
  }
}
stopifnot(numbers > 20)
agents <- read_csv(file.path(package, "therapies.csv"), show_col_types = FALSE, progress = FALSE)$agent
stopifnot("'=HYPERLINK(\"http://example.org\",\"open\")" %in% agents)
cat("readr reads the data package\n")
