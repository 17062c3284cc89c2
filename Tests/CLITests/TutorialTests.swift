import ClinicalModel
import Foundation
import TestSupport
import Testing

/// The sessions of a document: blocks of `console`, in them commands after `$ ` and what they print.
///
/// Lines that belong to a command follow it with `> `. In what is printed, … stands for a time or an end of the history.
private struct Tutorial {
  struct Step {
    var command: String
    var printed: [String]
  }

  /// Text between sessions, and steps.
  private var parts: [(prose: String, steps: [Step])] = []

  init(_ text: String) {
    var prose = ""
    var steps: [Step] = []
    var inside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "```console" {
        inside = true
        prose += line + "\n"
      } else if inside, line == "```" {
        inside = false
        parts.append((prose, steps))
        (prose, steps) = (line + "\n", [])
      } else if !inside {
        prose += line + "\n"
      } else if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), printed: []))
      } else if line.hasPrefix("> "), steps.last?.printed.isEmpty == true {
        steps[steps.count - 1].command += "\n" + line.dropFirst(2)
      } else if !steps.isEmpty {
        steps[steps.count - 1].printed.append(line)
      }
    }
    parts.append((String(prose.dropLast()), []))
  }

  var text: String {
    parts.map { prose, steps in
      prose
        + steps.map { step in
          let lines = step.command.split(separator: "\n", omittingEmptySubsequences: false)
          let command = "$ " + lines[0] + "\n" + lines.dropFirst().map { "> \($0)\n" }.joined()
          return command + step.printed.map { $0 + "\n" }.joined()
        }.joined()
    }.joined()
  }

  /// Runs each command and puts what it prints in place of what the document says, where the two differ.
  mutating func run(_ run: (String) throws -> String) rethrows {
    for part in parts.indices {
      for step in parts[part].steps.indices {
        let output = try run(parts[part].steps[step].command).replacing("\r\n", with: "\n")
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
        let printed = lines.dropLast(lines.last == "" ? 1 : 0).map { Self.masked(String($0)) }
        parts[part].steps[step].printed = printed
      }
    }
  }

  /// With … for what differs from run to run: times, and ends of the history.
  private static func masked(_ line: String) -> String {
    let time = #/20\d\d-\d\d-\d\dT[0-9:.]+Z/#
    let head = #/· [0-9a-f]{16}/#
    return line.replacing(time, with: "20…Z").replacing(head, with: "· …")
  }
}

/// A shell in a new directory, with the built program on its path.
private struct Shell {
  let directory: String
  let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path

  init() throws { directory = String(try Samples.path("x").dropLast(2)) }

  func run(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(filePath: directory)
    process.environment = [
      "PATH": program + ":/usr/bin:/bin", "PSOAS_STATE": directory + "/state", "PSOAS_ACTOR": "Dr Ito",
      "HOME": directory,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

@Test(arguments: [
  "docs/tutorials/first-registry.md", "docs/how-to/read-a-case.md", "docs/how-to/judge-a-case.md",
  "docs/how-to/correct-a-case.md",
  "docs/how-to/share-a-cohort.md", "docs/how-to/ask-in-sql.md",
  "docs/how-to/check-the-history.md", "docs/how-to/import-a-spreadsheet.md", "docs/how-to/write-dates.md",
])
func `what a document shows of a session is what the program prints`(document: String) throws {
  let text = try Golden.text(document)
  var tutorial = Tutorial(text)
  #expect(tutorial.text == text, "the document cannot be read")
  let shell = try Shell()
  try tutorial.run(shell.run)
  try Golden.check(document, says: tutorial.text)
}

#if os(Linux)
  @Test func `on a terminal a case is edited as a file, and a file that is wrong is kept`() throws {
    let shell = try Shell()
    #expect(
      try shell.run("psoas init && psoas add --id synthetic-1 --sex male --note synthetic").contains("synthetic-1"))
    func edit(_ script: String) throws -> String {
      try shell.run("VISUAL='sed -i \(script)' script -qec 'psoas edit synthetic-1 --reason test' /dev/null </dev/null")
    }
    #expect(
      try edit("s/sex:.male/sex: female/").contains("updated synthetic-1") == false, "two words are two arguments")
    #expect(try edit("s/male/female/").contains("updated synthetic-1"))
    #expect(try shell.run("psoas show synthetic-1").contains("female"))
    let refused = try edit("s/female/femal/")
    #expect(refused.contains("did you mean female") && refused.contains("psoas import"), "\(refused)")
    #expect(try edit("s/synthetic-1/synthetic-2/").contains("an id stays"))
    #expect(try shell.run("psoas query; psoas verify").contains("1 patient"))
  }

  @Test func `a case that somebody changed while it was edited is not changed back, and no text is lost`() throws {
    let shell = try Shell()
    _ = try shell.run(
      """
      psoas init && psoas add --id synthetic-1 --sex male --note synthetic
      printf '#!/bin/sh\npsoas edit synthetic-1 --note "synthetic $$" --actor B --reason other >&2\nsed -i s/male/female/ "$1"\n' > both
      chmod +x both
      """)
    let edit = "VISUAL=./both script -qec 'psoas edit synthetic-1 --reason test' /dev/null </dev/null || echo code $?"
    for _ in 1...2 {
      let refused = try shell.run(edit)
      #expect(refused.contains("was changed while you edited it") && refused.contains("psoas history"), "\(refused)")
    }
    #expect(try shell.run("psoas show synthetic-1 --format yaml").contains("sex: male"))
    let kept = try shell.run("ls $PSOAS_STATE/edits; cat $PSOAS_STATE/edits/*")
    for name in ["synthetic-1.yaml", "synthetic-1-2.yaml", "synthetic-1-stored.yaml", "synthetic-1-stored-2.yaml"] {
      #expect(kept.contains(name), "\(kept)")
    }
    #expect(kept.components(separatedBy: "sex: female").count == 3)
  }

  @Test func `nothing that a terminal is shown moves its cursor or hides, wherever it comes from`() throws {
    let shell = try Shell()
    let told = try shell.run(
      #"""
      psoas init; e=$(printf '\342\200\256'); z=$(printf '\033[2J')
      psoas add --id synthetic-1 --sex male --note "synthetic ${e}x" --actor "B$e"
      printf 'Q%s\tlabel%s\n' "$e" "$e" > own.tsv; psoas codes --list own --import own.tsv
      cat > all <<'END'
      psoas show synthetic-1; psoas show synthetic-1 --format yaml; psoas show synthetic-1 --format json
      psoas history synthetic-1; psoas codes label; psoas query --format csv --columns case_id,absent
      psoas sql "SELECT note, char(27, 155) AS x FROM cases"; psoas sql "SELECT 1 AS '$Z'"
      psoas import "no-such-$Z.yaml"; psoas show "$Z"; psoas query --primary-site "$Z"; psoas edit synthetic-1 --set "$Z=1"
      printf 'id: synthetic-2\n"k%s": 1\n' "$E" > odd.yaml; psoas import odd.yaml; psoas export --output "dir$Z/x"
      END
      export E="$e" Z="$z"; script -qec "sh all" /dev/null </dev/null
      """#)
    #expect(told.contains(#"\u202e"#) && told.contains(#"\u001b[2J"#), "\(told)")
    #expect(!told.unicodeScalars.contains("\u{202E}") && !told.unicodeScalars.contains("\u{1B}"), "\(told.visible)")
  }

  @Test func `what a killed command leaves half written is gone after the next start, and what lives stays`() throws {
    let shell = try Shell()
    let told = try shell.run(
      """
      psoas init; psoas add --id synthetic-1 --sex male --note synthetic
      for try in 1 2 3 4 5 6 7 8 9; do
        psoas export --format datapackage --identified --output out >/dev/null 2>&1 & export=$!
        while ! ls -d out.part-* >/dev/null 2>&1 && [ ! -d out ]; do :; done
        kill -KILL $export; wait $export
        ls -d out.part-* >/dev/null 2>&1 && break
        rm -rf out
      done
      ls -d out.part-* | sed 's/-.*//'
      mkdir mine.part-1; psoas query 2>/dev/null >/dev/null
      ls -d out.part-* mine.part-1 2>/dev/null; ls $PSOAS_STATE/unfinished | wc -l
      """)
    #expect(told.contains("out.part\n") && told.contains("mine.part-1\n0\n"), "\(told)")
    #expect(!told.contains("out.part-"), "\(told)")
  }

  @Test func `an init that was killed leaves nothing that keeps the next one from its file`() throws {
    let shell = try Shell()
    let told = try shell.run(
      """
      psoas init & init=$!
      while ! ls psoas.sqlite.part-* >/dev/null 2>&1 && [ ! -e psoas.sqlite ]; do :; done
      kill -KILL $init; wait $init
      [ -e psoas.sqlite ] || psoas init; psoas query 2>&1; ls
      """)
    #expect(told.contains("0 patients") && !told.contains(".part"), "\(told)")
  }

  @Test func `an import that waits for its pipe keeps nobody from writing`() throws {
    let shell = try Shell()
    let told = try shell.run(
      """
      psoas init; mkfifo pipe
      psoas import --from yaml pipe > imported 2>&1 & import=$!
      exec 3> pipe
      timeout 20 psoas add --id synthetic-1 --sex male --note synthetic; echo added $?
      echo 'id: synthetic-2' >&3; exec 3>&-
      wait $import; cat imported
      """)
    #expect(told.contains("added 0") && told.contains("created synthetic-2"), "\(told)")
  }
#endif

@Test func `a reader who has seen enough is a success`() throws {
  let shell = try Shell()
  #expect(try shell.run("{ psoas dictionary; echo code $? >&2; } | head -c 1").contains("code 0"))
}

@Test func `shells complete commands and options`() throws {
  for shell in ["bash", "zsh", "fish"] {
    let script = try CommandLine().run("--generate-completion-script", shell)
    #expect(script.code == 0 && script.output.contains("driver-gene") && script.output.contains("withdraw"))
  }
}

@Test func `every link between documents leads somewhere`() throws {
  let link = #/\]\(([^):#]+)\)/#
  for name in try FileManager.default.subpathsOfDirectory(atPath: Golden.file("docs").path).sorted() + [
    "../README.md", "../CONTRIBUTING.md",
  ] {
    guard name.hasSuffix(".md") else { continue }
    let folder = Golden.file("docs/\(name)").deletingLastPathComponent()
    for found in try Golden.text("docs/\(name)").matches(of: link) {
      let target = folder.appending(path: String(found.1))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(name): \(found.1)")
    }
  }
}
