public import BurinCharts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Pictures of many inputs, a few of them in work at a time, in the order of the inputs.
///
/// ```swift
/// let batch = RenderBatch(months, as: .png, inFlight: 4) { month in
///   Chart(month.days) { LineMark(x: .value("Day", $0.number), y: .value("Rain", $0.rain)) }
/// }
/// for await (month, result) in batch { try store(result.get().bytes, as: month.name) }
/// ```
///
/// A failed picture is a result like the others, so that one bad input costs only its own picture.
/// An input is taken when there is room for its work, and no more pictures than `inFlight` are in
/// work or waiting to be taken; leaving the loop, or cancelling its task, cancels them.
public struct RenderBatch<Inputs: Sequence & Sendable>: AsyncSequence, Sendable
where Inputs.Element: Sendable {
  /// An input with its picture, or why there is none.
  public typealias Element = (input: Inputs.Element, result: Result<Rendered, BurinError>)
  /// Iterating does not fail; single pictures do.
  public typealias Failure = Never

  private let inputs: Inputs
  private let inFlight: Int
  private let render: @Sendable (Inputs.Element) -> Element

  /// Creates the pictures of inputs; nothing is drawn before the first is asked for.
  ///
  /// - Parameters:
  ///   - inputs: what pictures are made of.
  ///   - format: the format of the files.
  ///   - options: the options of each picture, whose limits hold for each by itself.
  ///   - inFlight: the maximum number of pictures in work, at least 1; nil for one for each
  ///     processor.
  ///   - content: makes the content of a picture; called on the task that draws it.
  public init(
    _ inputs: Inputs, as format: OutputFormat, _ options: RenderOptions = RenderOptions(),
    inFlight: Int? = nil,
    content: @escaping @Sendable (Inputs.Element) throws -> any FigureContent
  ) {
    self.inputs = inputs
    self.inFlight = Swift.max(1, inFlight ?? ProcessInfo.processInfo.activeProcessorCount)
    render = { input in
      do throws(BurinError) {
        let content = try BurinError.sorting { try content(input) }
        return (input, .success(try content.render(format, options)))
      } catch {
        return (input, .failure(error))
      }
    }
  }

  /// Starts with the first input.
  public func makeAsyncIterator() -> Iterator {
    Iterator(inputs: inputs.makeIterator(), inFlight: inFlight, render: render)
  }

  /// The pictures in work.
  public struct Iterator: AsyncIteratorProtocol {
    private var inputs: Inputs.Iterator
    private let inFlight: Int
    private let render: @Sendable (Inputs.Element) -> RenderBatch.Element
    private let work = Work()

    fileprivate init(
      inputs: Inputs.Iterator, inFlight: Int,
      render: @escaping @Sendable (Inputs.Element) -> RenderBatch.Element
    ) {
      self.inputs = inputs
      self.inFlight = inFlight
      self.render = render
    }

    /// Returns the next picture; nil after the last.
    public mutating func next() async -> RenderBatch.Element? {
      while work.tasks.count < inFlight, let input = inputs.next() {
        let render = render
        work.tasks.append(Task { render(input) })
      }
      guard let first = work.tasks.first else { return nil }
      work.tasks.removeFirst()
      let tasks = [first] + work.tasks
      return await withTaskCancellationHandler {
        await first.value
      } onCancel: {
        for task in tasks { task.cancel() }
      }
    }
  }

  /// The tasks in the order of their inputs, cancelled when nobody can take their pictures any more.
  private final class Work {
    var tasks: [Task<RenderBatch.Element, Never>] = []
    deinit { for task in tasks { task.cancel() } }
  }
}
