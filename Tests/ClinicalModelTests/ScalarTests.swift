import ClinicalModel
import Testing

@Test func `a number is written as the shortest decimal that reads back as the same number`() {
  #expect(Scalar.real(50).written == "50")
  #expect(Scalar.real(10.1).written == "10.1")
  #expect(Scalar.null.written == nil)
}
