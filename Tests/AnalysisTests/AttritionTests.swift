import Analysis
import Testing

private let attrition = Attrition([
  (criterion: "recorded", patients: 10, reports: 12, unknown: 0),
  (criterion: "primary-site lung", patients: 6, reports: 7, unknown: 1),
  (criterion: "sex <male> & \"more\"", patients: 6, reports: 7, unknown: 0),
])

@Test func `each step tells how many it took away`() {
  #expect(attrition.steps.map(\.leftOut) == [0, 4, 0])
  #expect(attrition.steps.map(\.unknown) == [0, 1, 0])
}

@Test func `the flow chart has a box a step, and one for what a step took away`() {
  let svg = attrition.chart
  #expect(svg.matches(of: /<rect x=/).count == 4)
  #expect(svg.contains("4 patients left out") && svg.contains("not known of 1") && svg.contains("12 reports"))
}

@Test func `a chart escapes what XML would read as its own`() {
  #expect(attrition.chart.contains("sex &lt;male&gt; &amp; &quot;more&quot;"))
  #expect(!attrition.chart.contains("<male>"))
}
