import ClinicalModel
import Testing

private func days(_ text: String) throws -> ClosedRange<Int>? { try PartialDate(parsing: text).window?.days }

@Test func `a date is as exact as its source: a year, a month, a day, a range`() throws {
  #expect(try days("1970") == 0...364)
  #expect(try days("1970-01") == 0...30)
  #expect(try days("1970-01-02") == 1...1)
  #expect(try days("2019-06..2019-08") == 18048...18139)
  #expect(try days("[2019-06..2019-08]") == 18048...18139)
  #expect(try days("2020-02-29") == 18321...18321)
}

@Test func `marks of doubt are kept and do not move the bounds`() throws {
  let date = try PartialDate(parsing: "2019-02~")
  #expect(date.text == "2019-02~")
  #expect(try date.window == PartialDate(parsing: "2019-02").window)
  #expect(try PartialDate(parsing: "2019?~").text == "2019?~")
}

@Test func `a day of the case's own axis counts from day 0`() throws {
  #expect(try PartialDate(parsing: "day+8").window == DayWindow(axis: .caseDay, days: 8...8))
  #expect(try PartialDate(parsing: "day-30").window == DayWindow(axis: .caseDay, days: -30 ... -30))
  #expect(try days("day-5mo~") == -168 ... -136)
}

@Test func `a date that hangs on an event keeps its text and has no bounds of its own`() throws {
  for text in [
    "E1+6mo", "T1.start+10mo", "T2.end+2d", "T1.start+300..400d", "E1+6mo~", "L1", "RT.start-2wk", "E1+6..8mo",
  ] {
    let date = try PartialDate(parsing: text)
    #expect(date.text == text)
    #expect(date.window == nil)
  }
}

@Test func `what is no date is refused with an example`() {
  for text in [
    "2021-02-30", "2021-13", "2021-00-01", "21-03-04", "2019-06/2019-08", "12.11.2019", "2019-08..2019-06", "soon", "",
    "E1+6", "E1+6x", "day", "2019-2-3", "1600", "~", "E1.begin+3d",
  ] {
    #expect(throws: Fault.self, "\(text)") { try PartialDate(parsing: text) }
  }
}
