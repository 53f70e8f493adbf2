import BurinGeometry
import BurinScene

/// A colour as content fills the rectangle it is given.
extension Color: PrimitiveContent {
  /// Resolves the colour.
  public func block(in context: LayoutContext) throws -> any Block {
    try Rectangle().fill(self).block(in: context)
  }
}

/// A gradient as content fills the rectangle it is given.
extension LinearGradient: PrimitiveContent {
  /// Resolves the gradient.
  public func block(in context: LayoutContext) throws -> any Block {
    try Rectangle().fill(self).block(in: context)
  }
}

extension LinearGradient {
  /// Returns the gradient with its opacity multiplied by a factor.
  public func opacity(_ factor: Double) -> LinearGradient {
    var result = self
    result.gradient = gradient.mapColors { $0.opacity(factor) }
    return result
  }
}

/// A gradient as content fills the rectangle it is given.
extension RadialGradient: PrimitiveContent {
  /// Resolves the gradient.
  public func block(in context: LayoutContext) throws -> any Block {
    try Rectangle().fill(self).block(in: context)
  }
}

/// A gradient as content fills the rectangle it is given.
extension EllipticalGradient: PrimitiveContent {
  /// Resolves the gradient.
  public func block(in context: LayoutContext) throws -> any Block {
    try Rectangle().fill(self).block(in: context)
  }
}

extension FigureContent {
  /// Fills the rectangle behind the content with a gradient.
  public func background(_ gradient: RadialGradient) -> ModifiedContent {
    background(gradient, in: Rectangle())
  }

  /// Fills the rectangle behind the content with a gradient.
  public func background(_ gradient: EllipticalGradient) -> ModifiedContent {
    background(gradient, in: Rectangle())
  }

  /// Fills the rectangle behind the content with a gradient.
  public func background(_ gradient: LinearGradient) -> ModifiedContent {
    background(gradient, in: Rectangle())
  }
}
