import ArgumentParser
import BurinGolden
import BurinRaster
import CommandSupport

/// `burin merge`: the results of all parts of a comparison as one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the JSON results of burin compare --shard 1/N … N/N.",
    discussion: """
      All parts must be there, once each, and of one comparison. The exit status is that of the \
      comparison as a whole.
      """)

  @Argument(help: "The files that burin compare --json --shard K/N printed, in any order.")
  var files: [String]
  @Flag(help: "Print the joined JSON instead of text.") var json = false

  func validate() throws {
    if files.isEmpty { throw ValidationError("name the JSON files of all parts") }
  }

  func run() throws {
    var merged = MergedResult()
    for file in files {
      do {
        let bytes = try AtomicFile.read(file, limit: PairComparer.sizeLimit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw CommandFailure("the text is not UTF-8")
        }
        try merged.add(try JSONReader.value(of: text))
      } catch let error as FileError {
        throw CommandFailure("\(error)", status: ExitStatus.unreadable)
      } catch {
        throw CommandFailure("\(file): \(error)", status: ExitStatus.unreadable)
      }
    }
    try merged.checkComplete()
    try StandardOutput.print(json ? merged.json : merged.lines.joined(separator: "\n"))
    let status = merged.exitCode
    guard status.isSuccess else { throw status }
  }
}

/// The results of several parts.
private struct MergedResult {
  private var parts: Set<Int> = []
  private var partCount: Int?
  private var total = 0
  private var tolerance: JSONValue?
  private var isStrict: JSONValue?
  /// The digest of all names.
  private var names: JSONValue?
  private var statuses: [String: Int] = [:]
  private var lists: [String: [JSONValue]] = ["leftOut": [], "notes": [], "pairs": []]
  private var ignored = 0.0
  private var hidden = 0.0
  private var largestHidden = 0.0
  /// Whether the tolerance is needed by none of the parts that have pairs.
  private var isStale = true

  private func number(_ value: JSONValue?, _ name: String) throws -> Double {
    guard case .number(let number)? = value, Int(exactly: number) != nil else {
      throw CommandFailure("it is not a result of burin compare --json: \(name) is no number")
    }
    return number
  }

  mutating func add(_ root: JSONValue) throws {
    guard try number(root["version"], "version") == 1 else {
      throw CommandFailure("its version is not 1")
    }
    guard let shard = root["shard"], shard != .null else {
      throw CommandFailure("it is not the result of a part: it was made without --shard")
    }
    let part = Int(try number(shard["number"], "shard.number"))
    let count = Int(try number(shard["count"], "shard.count"))
    let pairCount = Int(try number(root["total"], "total"))
    if let partCount {
      guard partCount == count, total == pairCount, tolerance == root["tolerance"],
        isStrict == root["strict"]
      else {
        throw CommandFailure(
          "it is a part of another comparison: of \(count) parts, \(Plural.pictures(pairCount)), or by another rule"
        )
      }
      guard names == root["names"] else {
        throw CommandFailure(
          "it is a part of a comparison of other pictures: the folders' names were others there")
      }
    }
    (partCount, total, tolerance, isStrict) = (count, pairCount, root["tolerance"], root["strict"])
    names = root["names"]
    guard (1...max(1, count)).contains(part), parts.insert(part).inserted else {
      throw CommandFailure("part \(part) of \(count) is there twice")
    }
    for name in lists.keys {
      guard case .array(let values)? = root[name] else {
        throw CommandFailure("it has no list \(name)")
      }
      // Each part tells what is left out of the same folders.
      let known = name == "leftOut" ? lists[name] ?? [] : []
      lists[name, default: []] += values.filter { !known.contains($0) }
      if name == "pairs", !values.isEmpty, root["toleranceIsStale"] != .bool(true) {
        isStale = false
      }
    }
    try addStatuses(of: root)
    ignored += try number(root["ignored"], "ignored")
    hidden += try number(root["hiddenPixels"], "hiddenPixels")
    largestHidden = max(largestHidden, try number(root["largestHidden"], "largestHidden"))
  }

  /// Counts the statuses of a part's pairs, which must be those that it says.
  private mutating func addStatuses(of root: JSONValue) throws {
    guard case .object(let counts)? = root["counts"], case .array(let pairs)? = root["pairs"] else {
      throw CommandFailure("it has no counts")
    }
    var found: [String: Int] = [:]
    for pair in pairs { found[Self.text(pair["status"]), default: 0] += 1 }
    for (status, count) in found {
      guard ComparisonStatus(rawValue: status) != nil else {
        throw CommandFailure("“\(status)” is no status of a picture")
      }
      statuses[status, default: 0] += count
    }
    for count in counts where found[count.name] ?? 0 != Int(try number(count.value, count.name)) {
      throw CommandFailure("its counts are not those of its pairs")
    }
  }

  func checkComplete() throws {
    let missing = (1...max(1, partCount ?? 1)).filter { !parts.contains($0) }
    guard missing.isEmpty else {
      throw CommandFailure(
        "not all parts are there: \(missing.map(String.init).joined(separator: ", ")) of \(partCount ?? 1) is missing",
        status: ExitStatus.missing)
    }
    let pairs = lists["pairs"]?.count ?? 0
    guard pairs == total else {
      throw CommandFailure(
        "the parts have \(pairs) of \(Plural.pictures(total))", status: ExitStatus.unreadable)
    }
  }

  private func count(_ status: ComparisonStatus) -> Int { statuses[status.rawValue] ?? 0 }

  private var toleranceIsStale: Bool { tolerance != .null && total > 0 && isStale }

  var exitCode: ExitCode {
    let gravest = ComparisonStatus.byGravity.first { count($0) > 0 }
    if let gravest, [.unreadable, .different, .missing].contains(gravest) {
      return gravest.exitCode
    }
    if total == 0 { return ExitStatus.missing }
    if lists["leftOut"]?.isEmpty == false { return ExitStatus.leftOut }
    if let gravest, gravest != .same { return gravest.exitCode }
    return isStrict == .bool(true) && toleranceIsStale ? ExitStatus.stale : .success
  }

  private var pairs: [JSONValue] {
    (lists["pairs"] ?? []).sorted { Self.name($0) < Self.name($1) }
  }

  private static func text(_ value: JSONValue?) -> String {
    if case .string(let text)? = value { text } else { "" }
  }

  private static func name(_ pair: JSONValue) -> BytePath { BytePath(text(pair["name"])) }

  var json: String {
    let members: [(String, JSONValue)] = [
      ("version", .number(1)), ("status", .number(Double(exitCode.rawValue))),
      (
        "counts",
        .object(
          ComparisonStatus.allCases.map {
            JSONValue.Member(name: $0.rawValue, value: .number(Double(count($0))))
          })
      ),
      ("tolerance", tolerance ?? .null), ("toleranceIsStale", .bool(toleranceIsStale)),
      ("hiddenPixels", .number(hidden)), ("largestHidden", .number(largestHidden)),
      ("strict", isStrict ?? .bool(false)), ("shard", .null), ("total", .number(Double(total))),
      ("ignored", .number(ignored)), ("leftOut", .array(lists["leftOut"] ?? [])),
      ("notes", .array(lists["notes"] ?? [])), ("pairs", .array(pairs)),
    ]
    return JSONValue.object(members.map { JSONValue.Member(name: $0.0, value: $0.1) }).text()
  }

  var lines: [String] {
    var lines = pairs.compactMap { pair -> String? in
      let status = Self.text(pair["status"])
      guard status != ComparisonStatus.same.rawValue else { return nil }
      var words = Self.text(pair["problem"])
      if case .array(let reasons)? = pair["reasons"] {
        words = reasons.map { Self.text($0) }.joined(separator: "; ")
      }
      return "\(Self.text(pair["name"])): \(status)" + (words.isEmpty ? "" : ": \(words)")
    }
    for entry in lists["leftOut"] ?? [] {
      lines.append("\(Self.text(entry["path"])): left out: \(Self.text(entry["words"]))")
    }
    let counts = ([.same] + ComparisonStatus.byGravity.filter { $0 != .same }).compactMap {
      status in count(status) > 0 || status == .same ? "\(count(status)) \(status.rawValue)" : nil
    }
    var summary = "\(Plural.pictures(total)): \(counts.joined(separator: ", "))"
    let leftOut = lists["leftOut"]?.count ?? 0
    if leftOut > 0 { summary += "; \(Plural.entries(leftOut)) left out" }
    if ignored > 0 { summary += "; \(Plural.entries(Int(ignored))) ignored" }
    if hidden > 0 {
      lines.append(
        "the rules hid \(Plural.pixels(Int(hidden))) that differ, by at most \(Int(largestHidden)) of 255"
      )
    }
    return lines.map(TerminalText.safe) + [summary]
  }
}
