import BurinGeometry
import BurinScene

/// A colour as content fills the rectangle it is given.
extension Color: PrimitiveContent {
  /// Resolves the colour.
  public func block(in context: LayoutContext) throws -> any Block {
    try Rectangle().fill(self).block(in: context)
  }
}
