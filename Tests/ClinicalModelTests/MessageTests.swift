import ClinicalModel
import Testing

@Test func `a message keeps its words, its values and its actions apart`() {
  let gene = "XYZ"
  let fault = Fault(
    "\(gene.quoted) is no gene", mend: "add \(action: .set(.reason, to: "TEXT")) or \(action: .run(.verify))")
  #expect(fault.what.code == "is-no-gene")
  #expect(fault.what.parts == [.value("\"XYZ\""), .words(" is no gene")])
  let told = fault.message.text { action in
    switch action {
    case .set(let setting, let value): "the \(setting) (\(value ?? ""))"
    case .ask, .unset, .addSource, .addAnnotation, .run: "a button"
    }
  }
  #expect(told == "\"XYZ\" is no gene; add the reason (TEXT) or a button")
}

@Test func `a message inside another stays what it is`() {
  let inner: Message = "write \(3) or \(action: .addSource)"
  let outer: Message = "first: \(inner)"
  #expect(outer.parts == [.words("first: "), .words("write "), .value("3"), .words(" or "), .action(.addSource)])
  #expect(Message("").isEmpty && Fault("x").message == "x")
}
