import BurinGeometry
import BurinMath
import BurinScene

/// A formula whose named parts are explained by surrounding notes, joined by thin lines.
///
/// ```swift
/// AnnotatedFormula("\\cssId{energy}{E} = mc^2", size: 30) {
///   FormulaNote("energy", .top, color: .good) { Text("what can be done with it") }
/// }
/// ```
///
/// Notes above and below are in a row in the order of their parts, notes beside the formula in a
/// column from the innermost part outwards, so that lines never cross.
public struct AnnotatedFormula: PrimitiveContent {
  var tex: String
  var size: Double
  var notes: [FormulaNote]
  var noteWidth: Double
  var distance: Double
  var corner: [AnyContent] = []

  /// Creates an annotated formula.
  ///
  /// - Parameters:
  ///   - tex: the source, in which `\cssId{name}{…}` names parts.
  ///   - size: the em in points.
  ///   - noteWidth: the width at which the text of notes breaks, in points.
  ///   - distance: the height of the lines between formula and notes, in points.
  ///   - notes: the notes.
  public init(
    _ tex: String, size: Double, noteWidth: Double = 170, distance: Double = 34,
    @FormulaNoteBuilder notes: () throws -> [FormulaNote]
  ) rethrows {
    self.tex = tex
    self.size = size
    self.noteWidth = noteWidth
    self.distance = distance
    self.notes = try notes()
  }

  /// Adds content in the corner that a column of notes leaves free, at the lower left of the
  /// formula.
  ///
  /// It is as wide as the formula, and its bottom aligns with the column's last note.
  public func corner(
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows -> AnnotatedFormula {
    var formula = self
    formula.corner = try content()
    return formula
  }

  /// Resolves the formula and its notes.
  public func block(in context: LayoutContext) throws -> any Block {
    try AnnotatedFormulaBlock(self, context)
  }
}

/// An explanation of a named part of a formula.
public struct FormulaNote: Sendable {
  /// The position of a note.
  public enum Side: Hashable, Sendable {
    /// In a row above the formula, under a bracket over its part.
    case top
    /// In a row below the formula, over a bracket under its part.
    case bottom
    /// In a column at the right, aligned with its part; for parts at the formula's right end.
    case trailing
    /// In a column at the right, joined to a bracket under its part; notes of wider parts are
    /// further down.
    case under
  }

  var part: String
  var side: Side
  var color: Color
  var content: [AnyContent]

  /// Creates a note.
  ///
  /// - Parameters:
  ///   - part: the name of the part.
  ///   - side: the position of the note.
  ///   - color: the colour of the bracket and the line.
  ///   - content: the content of the note.
  public init(
    _ part: String, _ side: Side, color: Color = .axis,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.part = part
    self.side = side
    self.color = color
    self.content = try content()
  }
}

/// A result builder of notes.
@resultBuilder
public enum FormulaNoteBuilder {
  /// Returns a list of one note.
  public static func buildExpression(_ note: FormulaNote) -> [FormulaNote] { [note] }
  /// Joins the notes of a block.
  public static func buildBlock(_ parts: [FormulaNote]...) -> [FormulaNote] { parts.flatMap { $0 } }
  /// Returns the notes of an `if` without `else`.
  public static func buildOptional(_ part: [FormulaNote]?) -> [FormulaNote] { part ?? [] }
  /// Joins the notes of a loop.
  public static func buildArray(_ parts: [[FormulaNote]]) -> [FormulaNote] { parts.flatMap { $0 } }
}
