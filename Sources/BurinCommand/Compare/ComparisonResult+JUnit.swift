import BurinGolden
import BurinRaster

extension ComparisonResult {
  /// The results in the JUnit XML format of build servers: a test case for each pair.
  ///
  /// A difference is a failure, a pair that could not be compared an error.
  var junit: String {
    let cases = comparisons.map { comparison in
      let name = Markup.escaped(comparison.pair.name.description)
      let open = "    <testcase classname=\"burin.compare\" name=\"\(name)\""
      let output = comparison.verdict.map(Self.output) ?? ""
      switch comparison.status {
      case .same:
        return output.isEmpty ? open + "/>" : open + ">\n" + output + "    </testcase>"
      case .different, .missing, .orphaned, .otherEnvironment:
        return open + ">\n" + element("failure", comparison) + output + "    </testcase>"
      case .unreadable:
        return open + ">\n" + element("error", comparison) + output + "    </testcase>"
      }
    }
    let others = leftOut.map { entry in
      "    <testcase classname=\"burin.compare\" name=\"\(Markup.escaped(entry.path.description))\">\n"
        + "      <failure type=\"left out\" message=\"\(Markup.escaped(entry.words))\"/>\n"
        + "    </testcase>"
    }
    let errors = count(.unreadable)
    let failures = comparisons.count - errors - count(.same) + leftOut.count
    let counts =
      "tests=\"\(comparisons.count + leftOut.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
        <testsuite name="burin compare" \(counts) skipped="0">
      \((cases + others).joined(separator: "\n"))
        </testsuite>
      </testsuites>

      """
  }

  /// What a rule hid, its regions, and the notes about a pair; empty for none.
  private static func output(_ verdict: Verdict) -> String {
    var lines = verdict.notes
    if let note = verdict.hiddenNote {
      lines.append(note)
      lines += verdict.regions.filter { $0.failingCount < $0.pixelCount }.map(\.description)
    }
    guard !lines.isEmpty else { return "" }
    let text = lines.map { Markup.escaped($0) }.joined(separator: "\n")
    return "      <system-out>\(text)</system-out>\n"
  }

  private func element(_ name: String, _ comparison: PairComparison) -> String {
    var message = comparison.problem
    var lines: [String] = []
    if let verdict = comparison.verdict {
      message = verdict.description
      lines += verdict.scene?.changes.map(\.description) ?? []
      lines += verdict.regions.map(\.description)
      lines.append(verdict.why)
    }
    let text = lines.map { Markup.escaped($0) }.joined(separator: "\n")
    return "      <\(name) type=\"\(Markup.escaped(comparison.status.rawValue))\" "
      + "message=\"\(Markup.escaped(message))\">\(text)</\(name)>\n"
  }
}
