/// A line from one named piece of content to another, with an arrowhead and a label.
///
/// ```swift
/// Connector(from: "draft", to: "review", label: "by Friday")
/// ```
public struct Connector: Sendable {
  /// The route of the line.
  public enum Route: Hashable, Sendable {
    /// Straight from edge to edge.
    case straight
    /// Along the axes, with one or two rounded bends.
    case elbow
    /// A gentle arc; positive values bulge to the left of the direction of travel.
    case arc(Double)
  }

  /// A side of a piece of content.
  public enum Side: Hashable, Sendable { case automatic, top, bottom, leading, trailing }

  var start: String
  var end: String
  var startSide: Side = .automatic
  var endSide: Side = .automatic
  var route: Route = .straight
  var label: Text?
  var color: Color = .axis
  var width = 1.4
  var gap = 4.0
  var hasHead = true
  var dash: [Double] = []

  /// Creates a connector between two anchors.
  public init(from start: String, to end: String, label: Text? = nil) {
    self.start = start
    self.end = end
    self.label = label
  }

  private func changed(_ change: (inout Connector) -> Void) -> Connector {
    var connector = self
    change(&connector)
    return connector
  }

  /// Sets the route of the line.
  public func route(_ route: Route) -> Connector { changed { $0.route = route } }
  /// Sets the sides on which the line starts and ends.
  public func sides(_ start: Side, _ end: Side) -> Connector {
    changed {
      $0.startSide = start
      $0.endSide = end
    }
  }
  /// Sets the colour of the line and the label.
  public func foregroundStyle(_ color: Color) -> Connector { changed { $0.color = color } }
  /// Sets the width, in points, and the dashes of the line.
  public func lineStyle(width: Double = 1.4, dash: [Double] = []) -> Connector {
    changed {
      $0.width = width
      $0.dash = dash
    }
  }
  /// Removes the arrowhead.
  public func withoutHead() -> Connector { changed { $0.hasHead = false } }
  /// Sets the distance between the line's ends and what it connects, in points.
  public func gap(_ length: Double) -> Connector { changed { $0.gap = length } }
}
