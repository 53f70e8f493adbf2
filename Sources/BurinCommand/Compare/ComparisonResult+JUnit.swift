import BurinGolden

extension ComparisonResult {
  /// The results in the JUnit XML format of build servers: a test case for each pair.
  ///
  /// A difference is a failure, a pair that could not be compared an error.
  var junit: String {
    let cases = comparisons.map { comparison in
      let name = Markup.escaped(comparison.pair.name)
      let open = "    <testcase classname=\"burin.compare\" name=\"\(name)\""
      switch comparison.status {
      case .same: return open + "/>"
      case .different, .missing, .orphaned, .otherEnvironment:
        return open + ">\n" + element("failure", comparison) + "    </testcase>"
      case .unreadable:
        return open + ">\n" + element("error", comparison) + "    </testcase>"
      }
    }
    let errors = count(.unreadable)
    let failures = comparisons.count - errors - count(.same)
    let counts = "tests=\"\(comparisons.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
        <testsuite name="burin compare" \(counts) skipped="0">
      \(cases.joined(separator: "\n"))
        </testsuite>
      </testsuites>

      """
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
