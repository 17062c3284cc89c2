extension Attrition {
  /// A flow chart as SVG: a box a step, and to its side what it left out.
  public var chart: String {
    let (width, height, gap) = (340, 56, 34)
    var drawing = Drawing(width: 2 * width + 60, height: steps.count * (height + gap) - gap + 20)
    for (index, step) in steps.enumerated() {
      let top = 10 + index * (height + gap)
      let patients = Self.count(step.patients, "patient")
      drawing.box(
        x: 10, y: top, width: width, height: height,
        lines: [step.criterion, "\(patients), \(Self.count(step.reports, "report"))"])
      guard index > 0 else { continue }
      let middle = 10 + width / 2
      drawing.arrow(fromX: middle, fromY: top - gap, toX: middle, toY: top)
      if step.leftOut > 0 {
        let unknown = step.unknown > 0 ? ["not known of \(step.unknown)"] : []
        let side = top - gap / 2 - height / 2
        drawing.arrow(fromX: middle, fromY: top - gap / 2, toX: 50 + width, toY: top - gap / 2)
        drawing.box(
          x: 50 + width, y: side, width: width, height: height,
          lines: ["\(Self.count(step.leftOut, "patient")) left out"] + unknown)
      }
    }
    return drawing.svg(title: "What each criterion leaves of the registry")
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
