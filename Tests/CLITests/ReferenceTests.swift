import ArgumentParser
import TestSupport
import Testing

@testable import CLI

private let note = "Made by `make docs` from the program itself; do not edit.\n"

@Test func `the command reference tells every command as the program does`() throws {
  var text = "# Commands\n\n\(note)\n```\n\(Psoas.helpMessage(columns: 100))\n```\n"
  for command in Psoas.configuration.subcommands {
    let name = try #require(command.configuration.commandName)
    #expect(command.configuration.discussion.contains("psoas \(name)"), "\(name) has no example")
    text += "\n## psoas \(name)\n\n```\n\(Psoas.helpMessage(for: command, columns: 100))\n```\n"
  }
  try Golden.check("docs/reference/commands.md", says: text)
}

@Test func `the data dictionary of the documents is that of the program`() throws {
  let table = try CommandLine().run("dictionary --format markdown").output
  try Golden.check("docs/reference/dictionary.md", says: "# Data dictionary\n\n\(note)\n\(table)")
}

@Test func `the checks of the documents are those of the program`() throws {
  let table = try CommandLine().run("check --list --format markdown").output
  let text = """
    # Edit checks

    \(note)
    Every case is judged by these at `add`, `edit`, `import` and `check`. Only what cannot be true is an error, and only when
    the dates that the source gives leave no doubt. What is missing is `incomplete` and refuses nothing. The severity is the
    gravest that a finding of the check can be.

    \(table)
    """
  try Golden.check("docs/reference/checks.md", says: text)
}

@Test func `every message stands once in the documents, to be read aloud`() throws {
  let text = """
    # Messages

    \(note)
    What the program says of a problem: what is wrong, then how to mend it, behind a dash. A value that is put in stands in
    angle brackets, so does an action, which the command line spells as an option or a command. `import --format json` gives
    each problem a code, which is made of the words that stay the same.

    \(try MessageList.text())
    """
  try Golden.check("docs/reference/messages.md", says: text)
}
