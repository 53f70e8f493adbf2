/// The content of each element of a collection.
///
/// ```swift
/// Chart {
///   ForEach(cities) { city in
///     LineMark(x: .value("Month", city.month), y: .value("°C", city.celsius))
///   }
///   RuleMark(y: .value("°C", 0))
/// }
/// ```
///
/// The content is marks in a chart, and views in a stack:
///
/// ```swift
/// HStack { ForEach(cities) { city in Text(city.name) } }
/// ```
public struct ForEach<Data: RandomAccessCollection, Content> {
  @usableFromInline let data: Data
  @usableFromInline let content: (Data.Element) -> Content
}

extension ForEach where Content: LoopContent {
  /// Makes the content of each element; elements are identified by their position.
  public init<ID: Hashable>(
    _ data: Data, id: KeyPath<Data.Element, ID>,
    @LoopContentBuilder content: @escaping (Data.Element) -> Content
  ) {
    self.data = data
    self.content = content
  }

  /// Makes the content of each element.
  public init(_ data: Data, @LoopContentBuilder content: @escaping (Data.Element) -> Content)
  where Data.Element: Identifiable {
    self.data = data
    self.content = content
  }

  // Other data meets none of the requirements, so that the compiler never takes it for a range that
  // has a fault.
  /// Makes the content of each number of a range.
  @_disfavoredOverload
  public init(_ data: Data, @LoopContentBuilder content: @escaping (Int) -> Content)
  where Data: IntegerRange & RangeExpression, Data.Element == Int {
    self.data = data
    self.content = content
  }
}

/// A range of whole numbers without its end, `0..<12`, which ``ForEach`` repeats content for.
public protocol IntegerRange {}

extension Range: IntegerRange where Bound == Int {}

extension ForEach: ChartContent, PrimitiveChartContent where Content: ChartContent {
  /// Adds the marks of each element in order.
  @inlinable
  public func collect(into collector: inout ChartCollector) {
    collector.addLoop(over: data, content)
  }
}

extension ForEach: FigureContent where Content: FigureContent {
  /// Content with changed settings of charts.
  public typealias Configured = ModifiedContent

  /// The views of all elements in order.
  public var body: [AnyContent] { return contentParts }
  /// The views of all elements in order.
  public var contentParts: [AnyContent] { data.flatMap { content($0).contentParts } }
}

/// Content that modifiers change together.
///
/// ```swift
/// Plot { LineMark(…); PointMark(…) }.foregroundStyle(.secondary)
/// ```
public struct Plot<Content: ChartContent>: PrimitiveChartContent {
  let content: Content
  /// Makes a group of content.
  public init(@ChartContentBuilder content: () throws -> Content) rethrows {
    self.content = try content()
  }
  /// Adds the marks of the content.
  public func collect(into collector: inout ChartCollector) { content.collect(into: &collector) }
}
