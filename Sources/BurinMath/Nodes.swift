import BurinScene
import BurinText

/// The class of an atom, which determines the space to its neighbours (TeXbook, chapter 17).
enum AtomClass: Int, Sendable, Hashable {
  case ord, op, bin, rel, open, close, punct, inner
}

/// The placement of an operator's scripts (TeXbook, chapter 17: `\limits`, `\nolimits`).
enum Limits: Sendable, Hashable {
  /// Above and below in display style, beside it elsewhere.
  case display
  /// Always above and below.
  case always
  /// Always beside.
  case never
}

/// An item of a math list.
indirect enum Node: Sendable {
  case atom(Atom)
  /// A space, which doesn't separate two classes.
  case space(Length)
  /// A change of style up to the end of the group.
  case style(MathStyle)
  /// A change of colour up to the end of the group.
  case color(RGBColor)
  /// Nodes with a name or a colour of their own, which space and break as if the wrapper were
  /// absent.
  case wrapped(Wrapper, [Node])
  /// The expansion of one command, in the list as if each node had been written.
  case sequence([Node])
  /// One list for each style (`\mathchoice`).
  case choice([[Node]])
}

/// An attribute of nodes that doesn't change their layout.
enum Wrapper: Sendable, Hashable {
  /// `\cssId{name}{…}`.
  case part(String)
  /// `\textcolor{…}{…}`.
  case color(RGBColor)
}

/// A nucleus with its class and its scripts.
struct Atom: Sendable {
  var atomClass: AtomClass
  var nucleus: Nucleus
  var superscript: [Node]?
  var `subscript`: [Node]?
  /// Whether scripts are aligned at their right ends, as before a base.
  var alignsScriptsRight = false
  /// Used only for class `op`.
  var limits = Limits.never
  /// The position in the source, for messages.
  var position: Int

  init(_ atomClass: AtomClass, _ nucleus: Nucleus, at position: Int) {
    self.atomClass = atomClass
    self.nucleus = nucleus
    self.position = position
  }

  var hasScripts: Bool { superscript != nil || `subscript` != nil }
}

/// The body of an atom.
indirect enum Nucleus: Sendable {
  case symbol(Symbol)
  /// A character with a stroke through it.
  case negated(Symbol)
  case list([Node])
  case text([TextPiece])
  /// An atom within wrappers; the atom has no scripts.
  case wrapped(Wrapper, Atom)
  case fraction(FractionNode)
  case radical([Node], degree: [Node]?)
  case fence(FenceNode)
  /// `\big(` and similar commands: the delimiter and its height in heights of a parenthesis.
  case bigDelimiter(Unicode.Scalar?, height: Double)
  case accent(AccentNode)
  case bar([Node], over: Bool)
  /// A base with something smaller above or below.
  case stack(base: [Node], above: [Node]?, below: [Node]?)
  /// An arrow as long as what is above and below it.
  case extensibleArrow(Unicode.Scalar, above: [Node], below: [Node]?)
  case matrix(MatrixNode)
  case phantom([Node], Phantom)
  case boxed([Node])
  case background([Node], RGBColor)
  case cancel([Node], Cancel)
  /// Content raised by a length.
  case raised([Node], Length)
  /// A bar of ink: width, height, raised by.
  case rule(Length, Length, Length)
  /// A list set in a style of its own, such as `\dfrac`'s.
  case styled(MathStyle, Nucleus)
}

/// A character of the math font.
struct Symbol: Sendable, Hashable {
  /// The character that is drawn.
  var scalar: Unicode.Scalar
  /// The character that a reader would type, for searching and copying.
  var source: Unicode.Scalar
  /// The character to draw where the font lacks the first.
  var fallback: Unicode.Scalar?
  /// Whether the glyph grows in display style and is centred on the axis.
  var isLarge = false
}

/// A part of `\text{…}`.
enum TextPiece: Sendable {
  case text(String, FontWeight?, RGBColor?, at: Int)
  case math([Node], RGBColor?)
}

/// A fraction, or a stack without a rule such as `\binom`.
struct FractionNode: Sendable {
  var numerator: [Node]
  var denominator: [Node]
  var hasRule = true
  var left: Unicode.Scalar?
  var right: Unicode.Scalar?
  /// The alignment of a numerator that is narrower than its denominator.
  var numeratorAlignment = MatrixNode.Alignment.center
}

/// `\left … \middle … \right`.
struct FenceNode: Sendable {
  /// The delimiters, one more than the segments; nil for `.`.
  var delimiters: [Delimiter]
  var segments: [[Node]]
}

/// A delimiter with its position in the source.
struct Delimiter: Sendable, Hashable {
  var scalar: Unicode.Scalar?
  var position: Int
}

/// A mark above or below a base.
struct AccentNode: Sendable {
  var scalar: Unicode.Scalar
  var base: [Node]
  /// Whether the mark stretches with its base.
  var stretches: Bool
  var under = false
}

/// Which extents of a phantom count, and whether it is visible.
struct Phantom: Sendable, Hashable {
  var width = true
  var ascent = true
  var descent = true
  var visible = false
  /// The position of the content of `\llap`, `\rlap` and `\clap`, which have no width; 0 starts at
  /// the point.
  var shift = 0.0
}

/// The lines through a cancelled expression.
struct Cancel: Sendable, Hashable {
  var rising: Bool
  var falling: Bool
}

/// Rows of cells.
struct MatrixNode: Sendable {
  enum Alignment: Sendable, Hashable { case left, center, right }
  /// The spacing of rows and columns.
  enum Form: Sendable, Hashable {
    case array, matrix, cases, openCases, aligned, gathered, small, lines
  }

  var form: Form
  var rows: [[[Node]]]
  /// The alignment of the columns; the last two repeat where there are more columns.
  var columns: [Alignment]
  /// Vertical rules before the column of that index, as in `{c|c}`.
  var verticalRules: Set<Int> = []
  /// Horizontal rules before the row of that index, as with `\hline`.
  var horizontalRules: Set<Int> = []
  /// Space added below a row with `\\[…]`.
  var extraGaps: [Int: Length] = [:]
  var style: MathStyle
  var left: Unicode.Scalar?
  var right: Unicode.Scalar?
}

/// A length in the units of TeX sources.
struct Length: Sendable, Hashable {
  enum Unit: Sendable, Hashable {
    /// The size of the text font, in every style.
    case em
    /// The x-height of the text font, in every style.
    case ex
    /// An eighteenth of the em in the current style.
    case mu
    /// The same, but nothing in script styles (`\nonscript`).
    case nonscriptMu
    /// The same, but nothing outside display style.
    case displayMu
    /// The width of the text font's space at the text size, as for `\ ` and `~`.
    case textSpace
    /// A point, not scaled with the style.
    case point
  }
  var value: Double
  var unit: Unit

  static func mu(_ value: Double) -> Length { Length(value: value, unit: .mu) }
  static func nonscriptMu(_ value: Double) -> Length { Length(value: value, unit: .nonscriptMu) }
  static func displayMu(_ value: Double) -> Length { Length(value: value, unit: .displayMu) }
  static let textSpace = Length(value: 1, unit: .textSpace)
  static func em(_ value: Double) -> Length { Length(value: value, unit: .em) }
}
