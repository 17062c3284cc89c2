import ClinicalModel

/// The lung cancer staging of the 8th edition, as far as a case describes what it rests on. Symbols only; the manual's
/// text is not reproduced.
extension CheckInput {
  func judgeLungStage(_ tumour: PrimaryTumour, _ staging: Staging, _ judge: inout Judgement) {
    judgeT(tumour, staging, &judge)
    judgeN(tumour, staging, &judge)
    judgeM(tumour, staging, &judge)
  }

  private func judgeT(_ tumour: PrimaryTumour, _ staging: Staging, _ judge: inout Judgement) {
    guard let stated = staging.t?.text, let number = stated.first?.wholeNumberValue else {
      return judge.cannot("T is not told")
    }
    let sizes = [tumour.size1MM, tumour.size2MM, tumour.size3MM].compactMap { $0?.value }
    var least = 0
    var why = ""
    if let size = sizes.max() {
      least = size <= 30 ? 1 : size <= 50 ? 2 : size <= 70 ? 3 : 4
      why = "the longest axis is \(size.written) mm"
    }
    if let words = invasion {
      least = 4
      why = "the report tells of \(words.quoted)"
    }
    guard least > 0 else { return judge.cannot("neither size nor invasion is told") }
    judge.expect(
      number >= least, .warning, "T\(stated) is stated, and \(why), which is T\(least)",
      mend: "check both in the source; what is published stays, and \(action: .run(.overrideCheck)) keeps your reason",
      [at(staging, "t"), at(tumour, "size1_mm")])
  }

  /// Words that tell of growth into what makes a T4.
  private var invasion: String? {
    let parts = ["mediastin", "carina", "great vessel", "vena cava", "aorta", "heart", "trachea", "vertebra"]
    let words =
      subject.findings.filter { $0.presence != .absent }.flatMap { [$0.label, $0.verbatim] }
      + subject.primaryTumours.map(\.siteText) + subject.lesions.filter { $0.kind == .primary }.map(\.region)
    return words.compactMap { $0 }.first { text in
      let lower = text.lowercased()
      return (lower.holds("inva") || lower.holds("infiltrat")) && parts.contains { lower.holds($0) }
    }
  }

  private func judgeN(_ tumour: PrimaryTumour, _ staging: Staging, _ judge: inout Judgement) {
    guard let stated = staging.n?.text, let number = stated.first?.wholeNumberValue, let side = tumour.laterality,
      side == .left || side == .right
    else { return }
    let other: Laterality = side == .left ? .right : .left
    for node in subject.lesions where node.kind == .nodal && isSeenByStaging(node, tumour, staging) {
      let words = node.region?.lowercased() ?? ""
      let isThoracic = node.site?.text == "C77.1" || words.holds("mediastin") || words.holds("hil")
      let isAbove = node.site?.text == "C77.0" || words.holds("supraclavicular")
      let isContralateral = node.laterality == other || node.laterality == .bilateral || words.contains(other.rawValue)
      guard isAbove || (isThoracic && isContralateral) else { continue }
      judge.expect(
        number >= 3, .warning,
        "N\(stated) is stated, and the primary is \(side.rawValue) with \(node.id) \(isAbove ? "supraclavicular" : "\(other.rawValue) mediastinal") nodes, which is N3",
        mend: "check both in the source; what is published stays", [at(staging, "n"), at(node, "region")])
    }
  }

  private func judgeM(_ tumour: PrimaryTumour, _ staging: Staging, _ judge: inout Judgement) {
    guard let stated = staging.m?.text, stated.hasPrefix("1"), stated.count == 2 else { return }
    let distant = subject.lesions.filter { lesion in
      lesion.kind == .metastasis && lesion.site.map { ![34, 38].contains($0.number) } == true
        && isSeenByStaging(lesion, tumour, staging)
    }
    let organs = Set(distant.compactMap { $0.site?.text })
    let names = distant.map(\.id).joined(separator: ", ")
    let paths = [at(staging, "m")] + distant.map { at($0, "first_seen_date") }
    switch (stated, distant.count) {
    case ("1a", 1...):
      judge.fail(
        .warning, "M1a is stated, and a metastasis outside the chest was there: \(names)",
        mend: "a lesion that was known for one only later keeps the published stage", paths)
    case ("1b", 2...) where organs.count > 1:
      judge.fail(
        .warning, "M1b is stated, and there is more than one metastasis outside the chest: \(names)",
        mend: "check both in the source; what is published stays", paths)
    case ("1c", 1):
      judge.fail(
        .warning, "M1c is stated, and one metastasis outside the chest is named by then: \(names)",
        mend: "add the others if the source names them; what is published stays", paths)
    case _: judge.pass()
    }
  }

  /// Seen by the staging, or perhaps by then.
  private func isSeenByStaging(_ lesion: Lesion, _ tumour: PrimaryTumour, _ staging: Staging) -> Bool {
    guard let staged = date("staged_date", staging) ?? date("diagnosed_date", tumour),
      let seen = date("first_seen_date", lesion)
    else { return false }
    return !seen.isCertainlyAfter(staged)
  }
}
