extension String {
  /// As a terminal may show it: what would move the cursor, turn the text around or not be seen is written as an escape
  /// (`\u202e`), the way JSON does, so that nobody is shown something else than what is there.
  public var visible: String {
    if utf8.allSatisfy({ (32..<127).contains($0) || $0 == 10 || $0 == 9 })
      || !unicodeScalars.contains(where: \.isUnseen)
    {
      return self
    }
    var shown = ""
    for scalar in unicodeScalars {
      if scalar.isUnseen {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          shown += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension Unicode.Scalar {
  /// A control character but for tab and line feed, one that sets the direction of writing, or one without a width.
  package var isUnseen: Bool {
    switch value {
    case 9, 10: false
    case 0..<32, 0x7F..<0xA0, 0xAD: true
    case 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xE0000...0xE007F: true
    case _: false
    }
  }
}
