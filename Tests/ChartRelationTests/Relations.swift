import Burin
import Foundation
import RandomCharts
import Testing

/// A datum's numbers before they become values of a kind.
struct Place: Sendable {
  var x: Double
  var y: Double

  /// Places that no axis order or symmetry hides anything of.
  static let some = [Place(x: 1, y: 3), Place(x: 2, y: 5), Place(x: 3, y: 2), Place(x: 5, y: 4)]
}

/// What becomes of a chart.
enum Outcome {
  case drawn(Picture)
  case refused(String)

  init(_ make: () throws -> Picture) {
    do { self = .drawn(try make()) } catch {
      self = .refused(ChartFailure.name(error))
      if !ChartFailure.isOurs(error) { Issue.record("an error of no type of ours: \(error)") }
    }
  }

  var picture: Picture? { if case .drawn(let picture) = self { picture } else { nil } }
  var refusal: String? { if case .refused(let name) = self { name } else { nil } }
}

extension MarkExample {
  /// The marks of places.
  func content(
    _ places: [Place], _ x: AxisKind, _ y: AxisKind, half: Double = 0.25, isMirrored: Bool = false,
    unit: (x: Double, y: Double) = (1, 1), offset: (x: Double, y: Double) = (0, 0)
  ) -> [any ChartContent] {
    places.map {
      make(
        x.value($0.x, half: half, unit: unit.x, offset: offset.x),
        y.value($0.y, half: half, unit: unit.y, offset: offset.y), isMirrored)
    }
  }

  /// The axis along which the mark begins at zero; nil for none.
  func zeroAxis(_ x: AxisKind, _ y: AxisKind) -> Channel? {
    guard zero == [.y], axes == [.x, .y] else { return zero.first }
    let isHorizontal = y == .category || (y == .time && x != .time && x != .category)
    return isHorizontal ? .x : .y
  }

  /// The pairs of kinds with which the mark can be made; one axis has numbers or both the same.
  var pairs: [(x: AxisKind, y: AxisKind)] {
    var result: [(x: AxisKind, y: AxisKind)] = []
    for x in AxisKind.allCases where takes(x, .x) {
      for y in AxisKind.allCases where takes(y, .y) {
        let isMixed = Set([x, y]) == [.category, .time]
        if x == .linear || y == .linear || x == y || isMixed { result.append((x, y)) }
      }
    }
    return result
  }
}

/// A chart of contents whose types are not known.
func chart(_ contents: [any ChartContent]) -> Chart {
  Chart { for content in contents { AnyChartContent(erasing: content) } }
}
