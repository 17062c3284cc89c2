-- A row of case_facts is long: without row ids SQLite keeps it in overflow pages, at twice the space and time.
DROP TABLE case_facts;

CREATE TABLE case_facts (
  -- The flat research row of a case: derived, written in the same transaction as the case.
  case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE, -- The id of the case.
  n_sources INTEGER, -- Number of sources that report this patient; one that only cites is not counted.
  source_kind TEXT, -- Kind of source.
  access TEXT, -- How much of the source could be read.
  ascertainment TEXT, -- How the registry came to know the case.
  country TEXT, -- Where the patient was treated.
  labelled_mps TEXT, -- What the authors themselves call the syndrome.
  mps_certainty TEXT, -- Rule of this registry: definite needs involvement, a sign (fixed hip flexion or stretch test) and plexopathy; probable involvement and a sign, or plexopathy present or probable; possible involvement and pain of back, groin, hip or thigh; involvement_only neither; not_mps involvement absent, or the source says that it is not the syndrome; indeterminate involvement not reported.
  sex TEXT, -- Sex as reported; unknown only when the source says that it is not known.
  age_min INTEGER, -- The lowest age in completed years that the source allows, at the moment age_at. [a]
  age_max INTEGER, -- The highest age in completed years that the source allows; equal to age_min when one age is given. [a]
  age_at_onset_min INTEGER, -- Age in completed years when the syndrome began: the reported age and the time from its moment to the onset; an unknown birthday widens it by a year. [a]
  age_at_onset_max INTEGER, -- Age in completed years when the syndrome began: the reported age and the time from its moment to the onset; an unknown birthday widens it by a year. [a]
  smoking TEXT, -- Smoking status; pack-years alone do not say whether the patient still smokes.
  pack_years REAL, -- Packs a day times years, as reported. [{pack}.a]
  n_primaries INTEGER, -- Number of primary tumours reported.
  site TEXT, -- Topography code of the primary.
  site_group TEXT, -- Group of the site of the index primary.
  histology TEXT, -- Morphology code with behaviour; a primary is never /6.
  histology_group TEXT, -- Group of the histology of the index primary.
  grade TEXT, -- 1 well, 2 moderately, 3 poorly differentiated, 4 undifferentiated; low or high.
  tnm_edition TEXT, -- Edition of the system; left out when the source does not name it.
  t TEXT, -- T as published, without its letter.
  n TEXT, -- N as published, without its letter.
  m TEXT, -- M as published, without its letter.
  stage_group TEXT, -- Stage group as published (IVA).
  diagnosed_date TEXT, -- Date of diagnosis of this primary.
  onset_date TEXT, -- When its symptoms began.
  mps_side TEXT, -- Side of the syndrome.
  plexopathy TEXT, -- Ipsilateral proximal lumbosacral plexopathy.
  fixed_hip_flexion TEXT, -- Painful fixed flexion of the hip.
  stretch_test TEXT, -- Psoas stretch test.
  imaging_involvement TEXT, -- Malignant involvement of the muscle on imaging.
  pathology_involvement TEXT, -- Malignant involvement of the muscle in pathology.
  diagnosis_to_onset_days_min INTEGER, -- Days from the diagnosis of the index primary to the onset of the syndrome; negative when the syndrome came first. [d]
  diagnosis_to_onset_days_max INTEGER, -- Days from the diagnosis of the index primary to the onset of the syndrome; negative when the syndrome came first. [d]
  mps_timing TEXT, -- Onset up to 90 days after the diagnosis is synchronous, later metachronous, certainly before it before_primary; indeterminate when the dates allow more than one.
  psoas_muscle TEXT, -- The muscle of the syndrome that it sits in.
  psoas_laterality TEXT, -- Side of the psoas lesions; bilateral when they are on both sides.
  psoas_size_max_mm REAL, -- Longest axis of any observation of a psoas lesion. [mm]
  psoas_suv_max REAL, -- Highest uptake of a psoas lesion. [{SUV}]
  psoas_confirmation TEXT, -- What its nature rests on.
  psoas_involvement TEXT, -- How the tumour reached the muscle.
  lesion_synchrony TEXT, -- A psoas lesion that earlier imaging showed absent is metachronous; else first seen up to 90 days after the diagnosis is synchronous, later metachronous; indeterminate when the dates allow both; empty for a primary of the psoas itself.
  drivers TEXT, -- Positive results that are drivers, or whose role nobody gave; each once.
  resistance_alterations TEXT, -- Positive results with the role of resistance; each once.
  driver_status TEXT, -- What all tests together say: none_detected when a test says so and none says otherwise.
  driver_scope TEXT, -- How widely the widest test looked.
  gene_alk TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  gene_egfr TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  gene_kras TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  gene_ros1 TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  gene_ret TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  gene_met TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  gene_braf TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  gene_erbb2 TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  gene_ntrk TEXT, -- The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene.
  pd_l1_tps REAL, -- PD-L1 tumour proportion score; empty when only a bound is reported, or several that differ. [%]
  msi TEXT, -- Microsatellite status in the words of the source.
  line_at_onset_min INTEGER, -- Highest line of systemic therapy that had begun when the syndrome did; 0 when all began later.
  line_at_onset_max INTEGER, -- Highest line of systemic therapy that had begun when the syndrome did; 0 when all began later.
  n_lines INTEGER, -- Highest line of systemic therapy that was given.
  systemic_agents TEXT, -- Agents of systemic therapy that was given, in order, each once.
  psoas_rt TEXT, -- yes when a course that was given aimed at a psoas, iliacus or iliopsoas lesion, or named no target and was for the syndrome's pain.
  psoas_rt_planned_gy REAL, -- Planned dose of the courses to the psoas together. [Gy]
  psoas_rt_planned_fractions INTEGER, -- Planned fractions together.
  psoas_rt_delivered_gy REAL, -- Delivered dose of the courses to the psoas together. [Gy]
  psoas_rt_delivered_fractions INTEGER, -- Delivered fractions together.
  psoas_rt_gy_per_fraction REAL, -- d = D/n; empty when courses differ in it. [Gy]
  psoas_rt_bed10_gy REAL, -- Biologically effective dose D(1 + d/10), summed over courses. [Gy]
  psoas_rt_eqd2_10_gy REAL, -- Equivalent dose in 2 Gy fractions D(d + 10)/12, summed over courses. [Gy]
  psoas_rt_eqd2_3_gy REAL, -- Equivalent dose in 2 Gy fractions D(d + 3)/5, summed over courses. [Gy]
  psoas_surgery TEXT, -- Surgery that aimed at a psoas lesion, or named no target and was for the syndrome's pain.
  neuraxial TEXT, -- Epidural or intrathecal analgesia.
  nerve_block TEXT, -- A nerve block.
  opioids TEXT, -- Opioids that were given, each once; unnamed when the source names none.
  methadone TEXT, -- Methadone.
  ketamine TEXT, -- Ketamine.
  steroid_for_mps TEXT, -- A corticosteroid for the syndrome's pain or oedema; one for the lung or an adverse event does not count.
  ome_reported_min REAL, -- Oral morphine equivalent of a day as the source reports it, the highest of several; the lower end of a range. [mg/d]
  ome_reported_max REAL, -- Oral morphine equivalent of a day as the source reports it, the highest of several; the upper end of a range. [mg/d]
  ome_calculated REAL, -- Sum over opioids given at one time of daily dose times factor, the highest there was; empty when dose, route, factor or time of one is not known. The factors warn against converting one opioid to another. [mg/d]
  ome_table TEXT, -- The table that the factors are from.
  psoas_response TEXT, -- Response of a psoas lesion: the preferred one, else what all agree on.
  pain_response TEXT, -- Response of the pain: the preferred one, else what all agree on.
  overall_response TEXT, -- Response of the disease as a whole: the preferred one, else what all agree on.
  dissociated_response TEXT, -- yes when under one therapy a psoas lesion grew while other disease shrank, or the reverse, or the overall response was mixed; no when they went the same way.
  nrs_before REAL, -- Highest pain score (NRS 0 to 10) of any site before treatment of the syndrome: no later than the day on which the first dated one began.
  nrs_after REAL, -- Highest pain score (NRS 0 to 10) of any site at the last time after treatment of the syndrome began.
  ecog_before INTEGER, -- Last ECOG performance status before treatment of the syndrome; 5 (dead) does not count.
  ecog_worst INTEGER, -- Worst ECOG performance status at any time; 5 (dead) does not count.
  ecog_after INTEGER, -- ECOG performance status at the last time after treatment of the syndrome began; 5 (dead) does not count.
  leg_oedema TEXT, -- Leg oedema: yes when a finding says so, no only when one says that it was not there.
  dvt TEXT, -- Deep vein thrombosis: yes when a finding says so, no only when one says that it was not there.
  hydronephrosis TEXT, -- Hydronephrosis: yes when a finding says so, no only when one says that it was not there.
  ae_max_grade INTEGER, -- Highest grade of any adverse event.
  vital_status TEXT, -- Alive or dead when the report ends.
  cause_of_death TEXT, -- Cause of death in the words of the source.
  onset_to_death_days_min INTEGER, -- Days from the onset of the syndrome to death. [d]
  onset_to_death_days_max INTEGER, -- Days from the onset of the syndrome to death. [d]
  censored TEXT, -- yes when the patient was alive at the end, no when death is reported.
  survival_reported_months REAL, -- Time from the onset of the syndrome, or else from the diagnosis, to death as the source counts it; days, weeks and years are turned into months. Empty when it counts from another event. [mo]
  survival_reported_from TEXT, -- The event that the source counts survival from.
  care_completeness REAL, -- Share of seven CARE items that are told: patient (sex, age), clinical findings, timeline (onset and another date), diagnosis (site, histology, basis or a test), therapy, outcome (vital status and a date of death or last contact), consent.
  absent TEXT, -- column=reason for every empty column of this row, separated by semicolons.
  facts_version INTEGER NOT NULL -- Version of the rules that made this row.
) STRICT;

CREATE INDEX case_facts_site ON case_facts (site);
CREATE INDEX case_facts_site_group ON case_facts (site_group);
