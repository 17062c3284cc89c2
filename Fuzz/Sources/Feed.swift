/// One input of libFuzzer; its own main function, which is linked in and not run, wants it by this name.
@_cdecl("LLVMFuzzerTestOneInput")
func feed(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
  FuzzTarget.chosen.feed(Array(UnsafeBufferPointer(start: bytes, count: length)))
  return 0
}
