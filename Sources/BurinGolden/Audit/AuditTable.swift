/// What audits came to, as a table for a terminal: one line a picture, then one a sort of fault.
public struct AuditTable: Sendable {
  private var rows: [(name: String, tally: GoldenAudit.Tally)] = []
  private var faults: [SceneMutation.Fault: GoldenAudit.Tally] = [:]
  /// The faults that passed, each with its picture.
  public private(set) var survivors: [String] = []

  /// Makes an empty table.
  public init() {}

  /// Adds a picture's audit.
  public mutating func add(_ name: String, _ audit: GoldenAudit) {
    rows.append((name, audit.total))
    faults.merge(audit.tallies) { $0 + $1 }
    survivors += audit.survivors.map { "\(name): \($0)" }
  }

  /// The lines.
  public var lines: [String] {
    let total = rows.reduce(GoldenAudit.Tally()) { $0 + $1.tally }
    let sorts = SceneMutation.Fault.allCases.compactMap { fault in
      faults[fault].map { (name: fault.rawValue, tally: $0) }
    }
    let groups: [[(name: String, tally: GoldenAudit.Tally)]] = [
      rows, sorts, [(name: "all", tally: total)],
    ]
    let head = ["picture", "faults", "killed", "rate", "drawn", "seen exactly", "by raster rule"]
    let cells = groups.map { group in
      group.map { row -> [String] in
        let t = row.tally
        return [
          row.name, "\(t.total)", "\(t.killed)", Self.percent(t.killed, of: t.total), "\(t.drawn)",
          Self.percent(t.seenExactly, of: t.drawn), Self.percent(t.seenByRasterRule, of: t.drawn),
        ]
      }
    }
    let widths = head.indices.map { column in
      ([head] + cells.flatMap(\.self)).map { $0[column].count }.max() ?? 0
    }
    func line(_ row: [String]) -> String {
      zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }
    let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    return [line(head), rule] + cells.map { $0.map(line) }.joined(separator: [rule])
  }

  /// A share in whole percent, rounded down, so that 100 % means all.
  private static func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : "\(part * 100 / whole) %"
  }
}
