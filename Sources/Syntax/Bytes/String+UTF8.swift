extension String {
  /// Text from bytes; nil when they are not UTF-8.
  ///
  /// Nearly all bytes of a case are ASCII, which the library turns into a string three times as fast when it need not
  /// check it.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var seen: UInt8 = 0
    for byte in bytes { seen |= byte }
    if seen < 128 {
      self = String(decoding: bytes, as: UTF8.self)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self = text
    } else {
      return nil
    }
  }
}
