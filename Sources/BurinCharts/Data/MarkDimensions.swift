/// How thick the mark of each element of a collection is across its place.
///
/// ```swift
/// BarPlot(towers, x: .value("Tower", \.name), y: .value("m", \.height), width: .fixed(\.width))
/// BarPlot(towers, x: .value("Tower", \.name), y: .value("m", \.height), width: .ratio(0.6))
/// ```
public struct MarkDimensions<DataElement>: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Returns the thickness of an element's mark.
  let value: (DataElement) -> MarkDimension

  private init(_ value: @escaping (DataElement) -> MarkDimension) { self.value = value }

  /// Creates the same thickness for all marks.
  public init(_ dimension: MarkDimension) { self.init { _ in dimension } }
  /// Creates a thickness in points.
  public init(floatLiteral value: Double) { self.init(.fixed(value)) }
  /// Creates a thickness in points.
  public init(integerLiteral value: Int) { self.init(.fixed(Double(value))) }

  /// What suits the marks.
  public static var automatic: MarkDimensions { MarkDimensions(.automatic) }

  /// Returns a thickness in points.
  public static func fixed(_ points: Double) -> MarkDimensions { MarkDimensions(.fixed(points)) }
  /// Returns the whole step less a number of points on both sides.
  public static func inset(_ points: Double) -> MarkDimensions { MarkDimensions(.inset(points)) }
  /// Returns a part of the step, 0…1.
  public static func ratio(_ part: Double) -> MarkDimensions { MarkDimensions(.ratio(part)) }

  /// Returns thicknesses that elements have as a property, in points.
  public static func fixed<Length: BinaryFloatingPoint>(
    _ keyPath: KeyPath<DataElement, Length>
  ) -> MarkDimensions { MarkDimensions { .fixed(Double($0[keyPath: keyPath])) } }

  /// Returns the whole step less what elements have as a property, in points on both sides.
  public static func inset<Length: BinaryFloatingPoint>(
    _ keyPath: KeyPath<DataElement, Length>
  ) -> MarkDimensions { MarkDimensions { .inset(Double($0[keyPath: keyPath])) } }

  /// Returns the parts of the step that elements have as a property, 0…1.
  public static func ratio<Part: BinaryFloatingPoint>(
    _ keyPath: KeyPath<DataElement, Part>
  ) -> MarkDimensions { MarkDimensions { .ratio(Double($0[keyPath: keyPath])) } }
}
