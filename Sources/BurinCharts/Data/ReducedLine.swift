/// A line that was reduced elsewhere, such as by a database, to the points that a picture shows.
///
/// ```swift
/// Chart { LinePlot(try ReducedLine(csv: text), x: "time", y: "load") }
/// ```
///
/// It is drawn through all of its points: nothing is left out a second time.
public struct ReducedLine: Sendable {
  /// A point of the line.
  public struct Sample: Hashable, Sendable {
    /// The place.
    public var x: Double
    /// The value; not finite for a gap.
    public var y: Double

    /// Creates a point.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  /// The points in the order in which they are joined.
  public var samples: [Sample]

  /// Creates a line of points in the order in which they are joined.
  public init(_ samples: [Sample]) { self.samples = samples }

  /// Creates a line of rows of two numbers with commas between, as databases write them.
  ///
  /// A first row without numbers is a head; an empty value of y is a gap.
  ///
  /// - Throws: ``ChartError/invalid(_:)`` with the number of the first row that has not two numbers.
  public init(csv text: String) throws {
    samples = []
    // By bytes: a table may have ten million rows, and finding characters takes longer than numbers.
    func endsRow(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    var (rest, number) = (text.utf8[...], 0)
    while let start = rest.firstIndex(where: { !endsRow($0) }) {
      let end = rest[start...].firstIndex(where: endsRow) ?? rest.endIndex
      let line = rest[start..<end]
      rest = rest[end...]
      number += 1
      if let comma = line.firstIndex(of: UInt8(ascii: ",")),
        let x = Double(Substring(line[..<comma]))
      {
        let second = Substring(line[line.index(after: comma)...])
        if let y = second.isEmpty ? .nan : Double(second) {
          samples.append(Sample(x: x, y: y))
          continue
        }
      }
      let parts = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      if number > 1 || parts.contains(where: { Double(Substring($0)) != nil }) {
        throw ChartError.invalid(
          "row \(number) of a reduced line is not x,y: \"\(Substring(line))\"")
      }
    }
  }
}

extension LinePlot where DataElement == ReducedLine.Sample {
  /// Creates the line through the points of a line that was reduced elsewhere.
  ///
  /// - Parameters:
  ///   - line: the points.
  ///   - x: the name of the places.
  ///   - y: the name of the values.
  public init(_ line: ReducedLine, x: String, y: String) {
    self.init(
      elements: PlotElements(line.samples, x: .value(x, \.x), y: .value(y, \.y)) { sample in
        var mark = LineMark(x: .value(x, sample.x), y: .value(y, sample.y))
        mark.parameters.isReduced = true
        return mark
      })
  }
}
