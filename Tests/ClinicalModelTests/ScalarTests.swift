import ClinicalModel
import TestSupport
import Testing

@Test func `a number is written as the shortest decimal that reads back as the same number`() {
  #expect(Scalar.real(50).written == "50")
  #expect(Scalar.real(10.1).written == "10.1")
  #expect(Scalar.null.written == nil)
}

@Test func `every number is written as a plain decimal that reads back as the same number`() throws {
  var random = SeededNumbers(state: 17)
  let odd = [1e-7, 0.1 + 0.2, 1e-5, 0.00012345678901234567, 1e15, 123_456_789.125, -3e-9, 5e-300, 1e22, -0.5]
  let drawn = (0..<2000).map { _ in
    Double(random.below(2_000_000_001) - 1_000_000_000) / Double(random.below(999_983) + 1)
  }
  for number in odd + drawn {
    let text = number.written
    #expect(text.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }, "\(text)")
    #expect(Double(text) == number, "\(text)")
    if Reading.range.contains(number) { #expect(try Quantity<Reading>(.text(text)).value == number, "\(text)") }
  }
}
