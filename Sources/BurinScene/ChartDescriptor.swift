/// What a chart shows, for programs and for readers who do not see it: its name, a summary, its
/// axes and its data.
///
/// ```swift
/// let descriptor = try chart.descriptor()
/// descriptor.title      // "Visits by Day"
/// descriptor.axes[1]    // y, "Visits", numbers from 0 to 20
/// descriptor.series[0].table.rows.count
/// ```
///
/// The parts are those of the descriptor that Apple's audio graphs read.
public struct ChartDescriptor: Hashable, Sendable, Codable {
  /// An axis.
  public struct Axis: Hashable, Sendable, Codable {
    /// What the values are.
    public enum Kind: String, Hashable, Sendable, Codable {
      /// Numbers.
      case number
      /// Times, as seconds since the start of 1970.
      case time
      /// Categories.
      case category
    }

    /// The channel: `x` or `y`.
    public var channel: String
    /// The name of the quantity; empty for none.
    public var title: String
    /// What the values are.
    public var kind: Kind
    /// The least and the largest value of the data; empty for categories.
    public var range: [Double]
    /// The categories in order; empty for numbers and times.
    public var categories: [String]

    /// Creates an axis.
    public init(
      channel: String, title: String, kind: Kind, range: [Double], categories: [String]
    ) {
      self.channel = channel
      self.title = title
      self.kind = kind
      self.range = range
      self.categories = categories
    }
  }

  /// The data of the marks of one type.
  public struct Series: Hashable, Sendable, Codable {
    /// The marks: `bar`, `line`.
    public var mark: String
    /// Whether the marks join their places, so that what lies between them has a meaning.
    public var isContinuous: Bool
    /// The values, a row for each datum.
    public var table: DataTable

    /// Creates a series.
    public init(mark: String, isContinuous: Bool, table: DataTable) {
      self.mark = mark
      self.isContinuous = isContinuous
      self.table = table
    }
  }

  /// The name: the chart's title, or what is shown by what; empty where nothing has a name.
  public var title: String
  /// What the chart shows, in a few sentences.
  public var summary: String
  /// The axes, horizontal first.
  public var axes: [Axis]
  /// The data.
  public var series: [Series]

  /// Creates a descriptor.
  public init(title: String, summary: String, axes: [Axis], series: [Series]) {
    self.title = title
    self.summary = summary
    self.axes = axes
    self.series = series
  }

  /// The data of all series in one table; rows that several marks show alike stand once.
  public var table: DataTable {
    var columns: [String] = []
    for name in series.flatMap(\.table.columns) where !columns.contains(name) {
      columns.append(name)
    }
    var known: Set<[DataTable.Value]> = []
    var rows: [[DataTable.Value]] = []
    for table in series.map(\.table) {
      let places = columns.map { table.columns.firstIndex(of: $0) }
      let own = table.rows.map { row in places.map { $0.map { row[$0] } ?? .missing } }
      // Equal rows of one kind of mark are several data.
      rows += own.filter { !known.contains($0) }
      known.formUnion(own)
    }
    return DataTable(columns: columns, rows: rows)
  }
}

/// Descriptors of the charts of a picture, made when they are asked for: most pictures never are.
public struct ChartDescriptors: Hashable, Sendable {
  private final class Source: Sendable {
    let make: @Sendable () -> [ChartDescriptor]
    init(_ make: @escaping @Sendable () -> [ChartDescriptor]) { self.make = make }
  }

  private let source: Source?

  /// Creates descriptors from what makes them.
  public init(_ make: @escaping @Sendable () -> [ChartDescriptor]) { source = Source(make) }

  private init() { source = nil }

  /// No descriptors.
  public static let none = ChartDescriptors()

  /// The descriptors, in the order of the charts.
  public var all: [ChartDescriptor] { source?.make() ?? [] }

  /// Pictures are compared by what they show.
  public static func == (a: ChartDescriptors, b: ChartDescriptors) -> Bool { true }
  /// Pictures are compared by what they show.
  public func hash(into hasher: inout Hasher) {}
}
