import ArgumentParser
import Foundation

/// The editor of the user's choice.
struct Editor {
  private let command: [String]

  /// What `$VISUAL` or `$EDITOR` names; nil when neither does.
  init?(in console: Console) {
    guard let named = console.variable("VISUAL") ?? console.variable("EDITOR") else { return nil }
    command = named.split(separator: " ").map(String.init)
    if command.isEmpty { return nil }
  }

  /// Opens a file and waits until the editor is closed.
  func open(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command + [path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationError("\(command[0]) ended with an error; nothing was changed")
    }
  }
}
