import ClinicalModel

/// The courses to the psoas and their arithmetic. For D gray in n fractions of d = D/n:
/// BED = D(1 + d/(α/β)), EQD2 = D(d + α/β)/(2 + α/β). Courses add up.
extension DerivedVariables {
  static let radiotherapy: [DerivedVariable] = [
    DerivedVariable(
      "psoas_rt", "Psoas radiotherapy", YesNoUnknown.kind, .safe,
      "yes when a course that was given aimed at a psoas, iliacus or iliopsoas lesion, or named no target and was for the syndrome's pain."
    ) { reading in reading.told { $0.category == .radiotherapy && reading.aimsAtPsoas($0) } },
    gray("psoas_rt_planned_gy", "Planned dose", "Planned dose of the courses to the psoas together.") {
      $0.plannedGy?.value
    },
    fractions("psoas_rt_planned_fractions", "Planned fractions", "Planned fractions together.") {
      $0.plannedFractions?.value
    },
    gray("psoas_rt_delivered_gy", "Delivered dose", "Delivered dose of the courses to the psoas together.") {
      $0.deliveredGy?.value
    },
    fractions("psoas_rt_delivered_fractions", "Delivered fractions", "Delivered fractions together.") {
      $0.deliveredFractions?.value
    },
    DerivedVariable(
      "psoas_rt_gy_per_fraction", "Dose per fraction", .real, unit: Gray.unit, .safe,
      "d = D/n; empty when courses differ in it."
    ) { reading in
      let courses = reading.psoasCourses
      guard let first = courses.first else { return noCourse }
      guard let size = first.grayPerFraction, courses.allSatisfy({ $0.grayPerFraction != nil }) else {
        return missing(courses)
      }
      return courses.allSatisfy { $0.grayPerFraction == size } ? .amount(size) : .absent(.coursesDiffer)
    },
    sum("psoas_rt_bed10_gy", "BED10", "Biologically effective dose D(1 + d/10), summed over courses.") {
      $0 * (1 + $1 / 10)
    },
    sum("psoas_rt_eqd2_10_gy", "EQD2, α/β 10", "Equivalent dose in 2 Gy fractions D(d + 10)/12, summed over courses.") {
      $0 * ($1 + 10) / 12
    },
    sum("psoas_rt_eqd2_3_gy", "EQD2, α/β 3", "Equivalent dose in 2 Gy fractions D(d + 3)/5, summed over courses.") {
      $0 * ($1 + 3) / 5
    },
  ]

  private static let noCourse = Derived.absent(.noPsoasRadiotherapyReported)

  private static func missing(_ courses: [Therapy]) -> Derived {
    .absent(courses.contains { $0.deliveredGy == nil } ? .doseNotReported : .fractionsNotReported)
  }

  private static func gray(
    _ name: String, _ label: String, _ meaning: String, _ dose: @escaping @Sendable (Therapy) -> Double?
  ) -> DerivedVariable {
    DerivedVariable(name, label, .real, unit: Gray.unit, .safe, meaning) { reading in
      let courses = reading.psoasCourses
      if courses.isEmpty { return noCourse }
      let doses = courses.compactMap(dose)
      return doses.count == courses.count ? .amount(doses.reduce(0, +)) : .absent(.doseNotReported)
    }
  }

  private static func fractions(
    _ name: String, _ label: String, _ meaning: String, _ number: @escaping @Sendable (Therapy) -> Int?
  ) -> DerivedVariable {
    DerivedVariable(name, label, .integer, .safe, meaning) { reading in
      let courses = reading.psoasCourses
      if courses.isEmpty { return noCourse }
      let numbers = courses.compactMap(number)
      return numbers.count == courses.count ? .count(numbers.reduce(0, +)) : .absent(.fractionsNotReported)
    }
  }

  private static func sum(
    _ name: String, _ label: String, _ meaning: String, _ dose: @escaping @Sendable (Double, Double) -> Double
  ) -> DerivedVariable {
    DerivedVariable(name, label, .real, unit: Gray.unit, .safe, meaning) { reading in
      let courses = reading.psoasCourses
      if courses.isEmpty { return noCourse }
      let doses = courses.compactMap { course -> Double? in
        guard let gray = course.deliveredGy?.value, let size = course.grayPerFraction else { return nil }
        return dose(gray, size)
      }
      return doses.count == courses.count ? .amount(doses.reduce(0, +)) : missing(courses)
    }
  }
}

extension DerivationInput {
  fileprivate var psoasCourses: [Therapy] { given.filter { $0.category == .radiotherapy && aimsAtPsoas($0) } }
}

extension Therapy {
  fileprivate var grayPerFraction: Double? {
    guard let gray = deliveredGy?.value, let number = deliveredFractions?.value else { return nil }
    return gray / Double(number)
  }
}
