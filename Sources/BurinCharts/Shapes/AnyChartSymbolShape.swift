/// A symbol of any form.
public typealias AnyChartSymbolShape = BasicChartSymbolShape

extension BasicChartSymbolShape {
  /// Creates the symbol of a form whose type is not known.
  public init(_ shape: any ChartSymbolShape) { self = shape.basic }
}
