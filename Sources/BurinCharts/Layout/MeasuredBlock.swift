import BurinGeometry
import BurinScene

/// A block that computes each of its measures once.
///
/// Every child is wrapped in one when it is resolved. Stacks, grids and modifiers can then measure
/// their children repeatedly: without the memo, each level of nesting would repeat every
/// measurement several times, and the work would double with depth.
final class MeasuredBlock: Block {
  private let block: any Block
  private let watch: RenderWatch
  let horizontal: Flexibility
  let vertical: Flexibility
  private var sizes = Answers<ProposedSize, Size>()
  private var insets = Answers<Size, Insets?>()
  private var baselines = Answers<Size, Double?>()

  init(_ block: any Block, _ watch: RenderWatch) {
    self.block = block
    self.watch = watch
    horizontal = block.horizontal
    vertical = block.vertical
  }

  var summary: String { block.summary }

  func size(_ proposal: ProposedSize) throws -> Size {
    if let known = sizes[proposal] { return known }
    try watch.step(isLong: true)
    let size = try block.size(proposal)
    sizes.append(size, to: proposal)
    return size
  }

  func plotInsets(in size: Size) throws -> Insets? {
    if let known = insets[size] { return known }
    try watch.step(isLong: true)
    let own = try block.plotInsets(in: size)
    insets.append(own, to: size)
    return own
  }

  func firstBaseline(in size: Size) throws -> Double? {
    if let known = baselines[size] { return known }
    let baseline = try block.firstBaseline(in: size)
    baselines.append(baseline, to: size)
    return baseline
  }

  func lastBaseline(in size: Size) throws -> Double? { try block.lastBaseline(in: size) }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    try watch.step(isLong: true)
    return try block.draw(in: rect, plotInsets: plotInsets)
  }
}

extension FigureContent {
  /// Resolves the content for one rendering, with a memo of its measures.
  func measured(in context: LayoutContext) throws -> MeasuredBlock {
    MeasuredBlock(try block(in: context), context.watch)
  }
}

/// The answers to recent queries; a block receives few different ones in a rendering.
private struct Answers<Question: NearlyEqual, Answer> {
  private var known: [(question: Question, answer: Answer)] = []
  private static var limit: Int { 32 }

  subscript(question: Question) -> Answer? {
    known.first { $0.question.isNearlyEqual(to: question) }?.answer
  }

  mutating func append(_ answer: Answer, to question: Question) {
    if known.count == Self.limit { known.removeFirst() }
    known.append((question, answer))
  }
}

/// A query about lengths that may differ by rounding: a rectangle stores its edges, so its width
/// isn't exactly the width with which it was created.
private protocol NearlyEqual {
  func isNearlyEqual(to other: Self) -> Bool
}

/// Returns a millionth of a point is far more than rounding and far less than what is visible.
private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-6 }

extension Size: NearlyEqual {
  fileprivate func isNearlyEqual(to other: Size) -> Bool {
    isNear(width, other.width) && isNear(height, other.height)
  }
}

extension ProposedSize: NearlyEqual {
  fileprivate func isNearlyEqual(to other: ProposedSize) -> Bool {
    func isNearOrNil(_ a: Double?, _ b: Double?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return isNear(a, b)
    }
    return isNearOrNil(width, other.width) && isNearOrNil(height, other.height)
  }
}
