public import BurinCharts
public import Foundation

extension CGFloat: PrimitivePlottableProtocol {}

extension CGFloat: ScaleLength {
  /// The length, in points.
  public var points: Double { Double(self) }
}
