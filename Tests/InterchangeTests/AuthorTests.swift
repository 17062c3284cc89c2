import Testing

@testable import Interchange

private let citations: [(text: String, names: [String], label: String?)] = [
  ("Kodama K, Momozane T, et al.", ["Kodama/K", "Momozane/T", "…"], "Kodama et al."),
  ("Smith, J., & Jones, K. L.", ["Smith/J.", "Jones/K. L."], "Smith and Jones"),
  ("Smith, J. and Jones, K.", ["Smith/J.", "Jones/K."], "Smith and Jones"),
  ("Smith J and Jones K", ["Smith/J", "Jones/K"], "Smith and Jones"),
  ("Müller, Eva; WHO", ["Müller/Eva", "WHO/"], "Müller and WHO"),
  ("Smith J, WHO", ["Smith/J", "WHO/"], "Smith and WHO"),
  ("Dubois J.-P.", ["Dubois/J.-P."], "Dubois"), ("Okazaki et al.", ["Okazaki/", "…"], "Okazaki et al."),
  ("Okazaki T et al", ["Okazaki/T", "…"], "Okazaki et al."),
  ("Ministry of Health and Welfare", ["Ministry of Health and Welfare/"], "Ministry of Health and Welfare"),
  ("Oe, S.,", ["Oe/S."], "Oe"), ("de la Cruz M", ["de la Cruz/M"], "de la Cruz"), (" , ", [], nil), ("", [], nil),
  ("and", [], nil), ("et al.", ["…"], nil),
]

@Test(arguments: citations)
func `authors are told apart however a journal writes them`(text: String, names: [String], label: String?) {
  #expect(Author.list(text).map { $0.isOthers ? "…" : "\($0.family)/\($0.given)" } == names)
  #expect(Bibliography.label(authors: text, year: nil) == label)
  #expect(Bibliography.label(authors: text, year: "2020") == label.map { "\($0) 2020" })
}
