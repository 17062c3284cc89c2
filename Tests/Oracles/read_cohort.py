"""pandas reads the demo's cohort with the types and values that the registry means."""
import sys

import pandas as pd

cohort = pd.read_csv(sys.argv[1], na_values=["NR", "NA", "NT"], keep_default_na=False, index_col="case_id")
assert list(cohort.index) == ["kodama2024-1", "kodama2024-2", "synthetic-1"], cohort.index
assert cohort["age_min"].tolist() == [46, 65, 58]
assert cohort["psoas_rt_bed10_gy"].dropna().tolist() == [60.0, 39.0]
assert cohort.loc["kodama2024-1", "drivers"] == "EML4::ALK fusion"
assert pd.isna(cohort.loc["kodama2024-2", "drivers"])
assert cohort.loc["kodama2024-2", "gene_alk"] == "not_reported"
for column in ["age_min", "pack_years", "psoas_size_max_mm", "psoas_suv_max", "n_sources", "n_lines"]:
    assert pd.api.types.is_numeric_dtype(cohort[column]), column
shared = pd.read_csv(sys.argv[2], na_values=["NR", "NA", "NT"], keep_default_na=False, index_col="case_id")
assert len(shared) == 3 and shared.index.str.startswith("p-").all()
assert sorted(shared["age_min"]) == [45, 55, 65] and sorted(shared["age_max"]) == [49, 59, 69]
assert sorted(shared["onset_to_death_days_min"].dropna()) == [78, 167]
assert not {"site", "histology", "onset_date", "country"} & set(shared.columns)
print("pandas reads the cohort")
