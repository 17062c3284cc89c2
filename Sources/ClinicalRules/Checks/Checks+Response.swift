import ClinicalModel

extension EditChecks {
  static let response: [EditCheck] = [
    EditCheck(
      "RS-01", .error, "A response is one of the criteria that it names.",
      fields: ["responses.category", "responses.criteria"], source: "RECIST 1.1, iRECIST, PERCIST 1.0, EORTC"
    ) { reading, judge in
      for response in reading.subject.responses {
        guard let category = response.category, let criteria = response.criteria, let known = criteria.categories else {
          continue
        }
        let isOfOthers = ResponseCriteria.allCases.contains { $0.categories?.contains(category) == true }
        judge.expect(
          known.contains(category) || category == .notReported, isOfOthers ? .error : .warning,
          "\(response.id) says \(category.rawValue) by \(criteria.rawValue), which has \(known.map(\.rawValue).joined(separator: ", "))",
          mend: "check both; write criteria unspecified when the source names none",
          [reading.at(response, "category"), reading.at(response, "criteria")])
      }
    },
    EditCheck(
      "RS-02", .warning, "A response of the whole that is better than that of one lesion is meant so.",
      fields: ["responses.category", "responses.scope", "responses.lesion_id"], source: "this registry"
    ) { reading, judge in
      let wholes = reading.subject.responses.filter { $0.scope == .overall || $0.scope == .region }
      for lesion in reading.subject.responses where lesion.scope == .lesion && lesion.lesionID != nil {
        guard lesion.category?.direction != nil else { continue }
        let same = wholes.filter { $0.category != nil && lesion.isOfSameTime(as: $0) }
        let better = same.filter { $0.category == .mixed || $0.category?.direction == .better }
        if same.isEmpty { continue }
        let told = better.map { "\($0.id) (\($0.region ?? $0.scope?.rawValue ?? "")) \($0.category?.rawValue ?? "")" }
        judge.expect(
          better.isEmpty || lesion.category?.direction != .worse, .warning,
          "the lesion \(lesion.lesionID?.text ?? "") is \(lesion.category?.rawValue ?? "") in \(lesion.id), and better is told of more: \(told.joined(separator: ", "))",
          mend:
            "nothing when both are meant: the cohort calls the response dissociated; \(action: .run(.overrideCheck)) keeps your reason",
          [reading.at(lesion, "category")] + better.map { reading.at($0, "category") })
      }
    },
    EditCheck(
      "RS-03", .warning, "A RECIST response of a lesion fits its diameters.",
      fields: ["responses.category", "lesion_observations.size1_mm"], source: "RECIST 1.1"
    ) { reading, judge in
      for response in reading.subject.responses where response.criteria == .recist11 {
        guard let lesion = reading.subject.lesions.first(where: { $0.id == response.lesionID?.text }),
          let category = response.category, let (first, last) = reading.diameters(of: lesion, until: response)
        else { continue }
        let change = (last - first) / first * 100
        let fits =
          switch category {
          case .progressiveDisease: change >= 20 && last - first >= 5
          case .partialResponse: change <= -30
          case .stableDisease: change > -30 && (change < 20 || last - first < 5)
          case _: true
          }
        judge.expect(
          fits, .warning,
          "\(response.id) says \(category.rawValue), and \(lesion.id) went from \(first.written) to \(last.written) mm (\(Int(change.rounded())) %)",
          mend: "check both; PD is 20 % and 5 mm more, PR 30 % less",
          [reading.at(response, "category")] + lesion.observations.map { reading.at($0, "size1_mm") })
      }
    },
    EditCheck(
      "RS-04", .error,
      "A response is assessed after the therapy that it credits began, and within half a year of its end.",
      fields: ["responses.assessed_date", "therapies.start_date", "therapies.end_date"], source: "MoH"
    ) { reading, judge in
      for response in reading.subject.responses {
        let assessed = reading.date("assessed_date", response)
        for therapy in reading.subject.therapies where response.therapies.contains(where: { $0.id == therapy.id }) {
          judge.order(reading.date("start_date", therapy), notAfter: assessed)
          judge.order(assessed, notAfter: reading.date("end_date", therapy), by: 180, .warning)
        }
      }
    },
    EditCheck(
      "RS-05", .warning, "A progression has its date, and comes before death.",
      fields: ["responses.assessed_date", "cases.death_date"], source: "ARGO, MoH"
    ) { reading, judge in
      for response in reading.subject.responses where response.category?.direction == .worse {
        judge.expect(
          response.assessedDate != nil || reading.isExplained(reading.at(response, "assessed_date")), .incomplete,
          "\(response.id) is a progression without a date", mend: "write when it was seen, or remark that it is absent",
          [reading.at(response, "assessed_date")])
        judge.order(
          reading.date("assessed_date", response), notAfter: reading.date("death_date", reading.subject), .warning)
      }
    },
  ]
}

extension ResponseCriteria {
  /// The categories of criteria that are published; nil for words of the bedside.
  fileprivate var categories: [ResponseCategory]? {
    switch self {
    case .recist11: [.completeResponse, .partialResponse, .stableDisease, .progressiveDisease, .notEvaluable]
    case .irecist:
      [
        .immuneCompleteResponse, .immunePartialResponse, .immuneStableDisease, .immuneUnconfirmedProgression,
        .immuneConfirmedProgression, .notEvaluable, .completeResponse, .partialResponse, .stableDisease,
      ]
    case .percist10, .eortcPET:
      [
        .completeMetabolicResponse, .partialMetabolicResponse, .stableMetabolicDisease, .progressiveMetabolicDisease,
        .notEvaluable,
      ]
    case .clinical, .unspecified, .notReported: nil
    }
  }
}

extension Response {
  /// Whether both were assessed of one therapy, or on one day.
  fileprivate func isOfSameTime(as other: Response) -> Bool {
    !Set(therapies.map(\.id)).isDisjoint(with: other.therapies.map(\.id))
      || (assessedDate != nil && assessedDate == other.assessedDate)
  }
}

extension CheckInput {
  /// The longest axes of a lesion when first measured and when last measured before an assessment.
  fileprivate func diameters(of lesion: Lesion, until response: Response) -> (first: Double, last: Double)? {
    guard let assessed = date("assessed_date", response) else { return nil }
    let measured = lesion.observations.compactMap { seen -> (TimedCell, Double)? in
      guard let day = date("observed_date", seen), !day.isCertainlyAfter(assessed),
        let longest = [seen.size1MM, seen.size2MM, seen.size3MM].compactMap({ $0?.value }).max()
      else { return nil }
      return (day, longest)
    }
    guard let first = measured.first, let last = measured.last, last.0.isCertainlyAfter(first.0) else { return nil }
    return (first.1, last.1)
  }
}
