/// Collects the values that each axis must show.
public struct DomainCollector: Sendable {
  /// The values of one axis.
  public struct Axis: Sendable {
    /// The name of the axis: `x` or `y`.
    public let name: String
    /// The smallest and largest finite number.
    public private(set) var numbers: ClosedRange<Double>?
    /// The smallest positive number.
    public private(set) var smallestPositive: Double?
    /// The categories, in order of appearance.
    public private(set) var categories: [String] = []
    /// Whether bars or areas start at zero.
    public private(set) var includesZero = false
    /// The name of the first quantity, for messages.
    public private(set) var label: String?
    /// Whether the numbers are times; nil before the first value of a mark.
    public private(set) var isTime: Bool?
    /// How many numbers were not finite.
    public private(set) var notFinite = 0
    /// The first value that a logarithmic scale cannot show.
    public private(set) var firstNotPositive: (mark: String, index: Int, value: Double)?
    private var seen: Set<String> = []
    private var counts: [String: Int] = [:]

    init(name: String) { self.name = name }

    /// Adds a value of a mark.
    public mutating func add(_ value: PlottableValue, mark: String) throws {
      label = label ?? value.label
      switch value.datum {
      case .category(let category):
        guard numbers == nil else { throw mixture(at: mark) }
        if seen.insert(category).inserted { categories.append(category) }
      case .number(let number):
        guard isTime ?? value.isTime == value.isTime else {
          throw ChartError.mixedAxis(axis: name, mark: mark, kinds: "times and plain numbers")
        }
        isTime = value.isTime
        try add(number, mark: mark)
      }
    }

    /// Adds a number.
    public mutating func add(_ number: Double, mark: String) throws {
      guard categories.isEmpty else { throw mixture(at: mark) }
      let index = counts[mark, default: 0]
      counts[mark] = index + 1
      if number <= 0, firstNotPositive == nil { firstNotPositive = (mark, index, number) }
      guard number.isFinite else {
        notFinite += 1
        return
      }
      numbers =
        numbers.map { min($0.lowerBound, number)...max($0.upperBound, number) }
        ?? number...number
      if number > 0 { smallestPositive = min(smallestPositive ?? number, number) }
    }

    private func mixture(at mark: String) -> ChartError {
      .mixedAxis(axis: name, mark: mark, kinds: "numbers and categories")
    }

    /// Adds what another axis shows.
    mutating func merge(_ other: Axis) throws {
      if (numbers != nil && !other.categories.isEmpty)
        || (!categories.isEmpty && other.numbers != nil)
      {
        throw mixture(at: "facets")
      }
      for category in other.categories where seen.insert(category).inserted {
        categories.append(category)
      }
      if let theirs = other.numbers {
        numbers =
          numbers.map {
            min($0.lowerBound, theirs.lowerBound)...max($0.upperBound, theirs.upperBound)
          } ?? theirs
      }
      if let theirs = other.smallestPositive {
        smallestPositive = min(smallestPositive ?? theirs, theirs)
      }
      isTime = isTime ?? other.isTime
      includesZero = includesZero || other.includesZero
      firstNotPositive = firstNotPositive ?? other.firstNotPositive
    }

    /// Demands that zero is shown.
    public mutating func includeZero() { includesZero = true }
  }

  /// The horizontal axis.
  public var x = Axis(name: "x")
  /// The vertical axis.
  public var y = Axis(name: "y")
}
