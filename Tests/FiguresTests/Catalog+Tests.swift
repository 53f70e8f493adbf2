import BurinFigures
import Figures
import Testing

extension Catalog {
  /// The names of all figures, as arguments of tests.
  static let ids = entries.map(\.id)

  /// The entry of a figure that must be there.
  static func require(_ id: String) throws -> FigureEntry { try #require(entry(id)) }
}
