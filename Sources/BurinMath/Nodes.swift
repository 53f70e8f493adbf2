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
  /// A change of size up to the end of the group, as a factor of the formula's.
  case size(Double)
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
  /// An expression with such a stroke.
  case struck([Node])
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
  /// Content centred on the axis.
  case centered([Node])
  /// An operator with scripts at all four corners.
  case corners(Atom, left: Atom, right: Atom)
  /// Content in a box of a width of its own.
  case framed([Node], FrameNode)
  /// An exponent towards which a struck expression tends.
  case cancelTo([Node], value: [Node])
  case enclosed([Node], Enclosure)
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
  case text(String, TextAttributes, at: Int)
  /// Signs such as `₂` drawn as plain ones, because they stand in a script, with what was written.
  case script(String, written: String, at: Int)
  case math([Node], TextAttributes)
}

/// How a part of `\text{…}` is set.
struct TextAttributes: Sendable, Hashable {
  var weight: FontWeight?
  var color: RGBColor?
  /// The design of ASCII letters and digits; nil for the text font.
  var alphabet: Alphabet?
  /// The size, as a factor of the surrounding text's.
  var scale = 1.0
}

/// A box with a frame, a ground and a width of its own.
struct FrameNode: Sendable {
  var width: Length?
  /// The alignment in a box that is wider than its content.
  var alignment = MatrixNode.Alignment.center
  /// The colour of the frame; nil for none.
  var frame: RGBColor?
  /// Whether there is a frame, in the current colour unless it has one of its own.
  var hasFrame = false
  var background: RGBColor?
  /// The distance of the frame from the content, in ems.
  var padding = 0.0
}

/// Lines around or through an expression.
enum Enclosure: Sendable, Hashable {
  /// A line through the middle.
  case strikeOut
  /// A line above, and one at the right.
  case angle
  /// A line below, and a slanted one at the left.
  case phase
}

/// A fraction, or a stack without a rule such as `\binom`.
struct FractionNode: Sendable {
  var numerator: [Node]
  var denominator: [Node]
  var hasRule = true
  /// The thickness of the rule; nil for the font's.
  var thickness: Length?
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
    /// The first line at the left, the last at the right.
    case multline
    /// Lines of a whole formula, in its own style.
    case displayed
    /// A diagram of arrows, with rows and columns of their own distances.
    case diagram
  }

  var form: Form
  var rows: [[[Node]]]
  /// The alignment of the columns; the last two repeat where there are more columns.
  var columns: [Alignment]
  /// Vertical rules before the column of that index, as in `{c|c}`; true for dashed ones.
  var verticalRules: [Int: [Bool]] = [:]
  /// Horizontal rules before the row of that index, as with `\hline`; true for dashed ones.
  var horizontalRules: [Int: [Bool]] = [:]
  /// Rules across some columns before the row of that index, as with `\cline{2-3}`.
  var partialRules: [Int: [ClosedRange<Int>]] = [:]
  /// Cells that span columns, by row and column; empty cells follow them.
  var spans: [[Int]: Span] = [:]
  /// What stands before the column of that index in every row, as in `{r@{\;=\;}l}`.
  var separators: [Int: Separator] = [:]
  /// The widths of columns such as `p{3em}`.
  var widths: [Int: Length] = [:]
  /// What is read before and behind the cells of a column, as in `{>{\bf}c}`.
  var inserted: [Int: (before: [Unicode.Scalar], after: [Unicode.Scalar])] = [:]
  /// The alignment of single cells, by row and column, that `\hfill` changes.
  var cellAlignments: [[Int]: Alignment] = [:]
  /// The numbers of rows, as with `\tag{1}`.
  var tags: [Int: [Node]] = [:]
  /// The space between pairs of aligned columns; nil for the form's.
  var pairGap: Length?
  /// The factor of the height of rows, as with `\arraystretch`.
  var stretch = 1.0
  /// Space added below a row with `\\[…]`.
  var extraGaps: [Int: Length] = [:]
  var style: MathStyle
  var left: Unicode.Scalar?
  var right: Unicode.Scalar?
}

extension MatrixNode {
  /// A cell of `\multicolumn{2}{c|}{…}`.
  struct Span: Sendable {
    /// The number of columns, at least 1.
    var count: Int
    var alignment: Alignment
    /// The vertical rules at both ends; true for dashed ones.
    var left: [Bool]
    var right: [Bool]
  }

  /// Returns the span that a cell belongs to, and the column where it begins.
  func span(row: Int, column: Int) -> (start: Int, span: Span)? {
    guard !spans.isEmpty else { return nil }
    for start in stride(from: column, through: 0, by: -1) {
      if let span = spans[[row, start]] {
        return start + span.count > column ? (start, span) : nil
      }
    }
    return nil
  }

  /// What stands between columns.
  struct Separator: Sendable {
    var nodes: [Node]
    /// Whether the space between the columns stays, as with `!{…}`.
    var keepsSpace: Bool
  }
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
