"""Seeded cases of nobody: each row says that it is synthetic, or hangs in a case that does."""

SITES = [("C34.1", None), ("C53.9", "female"), ("C67.9", None), ("C18.2", None)]


def patient(number, rng):
    site, sex = rng.choice(SITES)
    age = rng.randint(40, 85)
    case = {"id": f"synthetic-{number:06}", "sex": sex or rng.choice(["female", "male"]), "age_min": age,
            "age_max": age, "age_at": "mps_onset", "note": "synthetic",
            "sources": [{"kind": "registry_form", "title": "synthetic", "id": f"synthetic-{number:06}"}]}
    return site, case


def small_case(number, rng):
    site, case = patient(number, rng)
    return case | {
        "primary_tumours": [{"site": site, "site_text": "synthetic", "diagnosed_date": "2019"}],
        "lesions": [{"muscle": "psoas", "region": "synthetic", "first_seen_date": "2020-03"}],
        "mps_episodes": [{"onset_date": "2020-04", "fixed_hip_flexion": "present", "imaging_involvement": "present"}],
        "therapies": [{"category": "radiotherapy", "technique": "synthetic", "delivered_gy": 30,
                       "delivered_fractions": 10, "targets": ["L1"]}],
    }


def full_case(number, rng):
    site, case = patient(number, rng)
    year, month = rng.randint(2010, 2022), rng.randint(1, 9)

    def day(later):
        return f"{year}-{month + later:02}-{rng.randint(1, 28):02}"

    first = day(0)
    return case | {
        "vital_status": "dead", "death_date": f"{year + 1}-03",
        "primary_tumours": [{"id": "P1", "site": site, "site_text": "synthetic", "histology": "8140/3",
                             "basis": "histology", "diagnosed_date": f"{year - 1}",
                             "stagings": [{"system": "TNM", "edition": "8", "t": "4", "n": "2", "m": "1c",
                                           "stage_group": "IVB"}]}],
        "molecular_tests": [{"method": "ngs_panel", "scope": "panel", "specimen": "primary_tumour",
                             "outcome": "no_driver_detected",
                             "driver_genes": [{"gene": "EGFR", "status": "negative"},
                                              {"gene": "ALK", "status": "negative"}]}],
        "lesions": [{"id": "L1", "kind": "metastasis", "muscle": "psoas", "laterality": "left", "region": "synthetic",
                     "first_seen_date": first, "confirmation": "imaging_only",
                     "observations": [{"observed_date": first, "modality": "ct", "presence": "present",
                                       "size1_mm": rng.randint(20, 90)}]}],
        "mps_episodes": [{"id": "E1", "side": "left", "onset_date": day(0), "fixed_hip_flexion": "present",
                          "plexopathy": "probable", "imaging_involvement": "present"}],
        "findings": [{"kind": "symptom", "code": "HP:0003419", "label": "synthetic", "onset_date": day(0)}],
        "measurements": [{"code": "nrs", "value": 8, "measured_date": day(0)},
                         {"code": "ecog", "value": 3, "measured_date": day(0)},
                         {"code": "nrs", "value": 2, "measured_date": day(3)}],
        "therapies": [{"id": "T1", "category": "radiotherapy", "indication": "mps_pain", "technique": "synthetic",
                       "delivered_gy": 30, "delivered_fractions": 10, "start_date": day(1), "targets": ["L1"]},
                      {"id": "T2", "category": "opioid", "agent": "oxycodone", "dose": 40, "dose_unit": "mg",
                       "dose_per": "day", "route": "oral", "start_date": day(1), "indication": "mps_pain"}],
        "responses": [{"scope": "symptom", "region": "pain", "criteria": "clinical", "category": "improved",
                       "assessed_date": day(3), "therapies": ["T1"]}],
    }
