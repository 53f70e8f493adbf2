import Burin
import Foundation

/// A chart that somebody asks for, by a query or by posted JSON.
///
/// ```
/// GET /chart.png?mark=bar&title=Rain&x=Jan,Feb,Mar&y=256,140,179
/// POST /chart.svg  {"mark": "line", "rows": [{"x": 1, "y": 2.5, "series": "a"}]}
/// ```
struct ChartRequest: Sendable {
  /// How rows are drawn.
  enum Mark: String, Codable, CaseIterable {
    case bar, line, area, point
  }

  /// A value of a row: a number, or a string that is a category or a date as `2026-03-29`.
  enum Value: Decodable, Hashable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  /// A row of data.
  struct Row: Decodable {
    var x: Value
    /// Null for a gap.
    var y: Double?
    var series: String?

    init(x: Value, y: Double?) { (self.x, self.y) = (x, y) }

    private enum Key: CodingKey { case x, y, series }

    init(from decoder: any Decoder) throws {
      // A body may have hundreds of thousands of rows.
      try Deadline.check()
      let container = try decoder.container(keyedBy: Key.self)
      x = try container.decode(Value.self, forKey: .x)
      y = try container.decodeIfPresent(Double.self, forKey: .y)
      series = try container.decodeIfPresent(String.self, forKey: .series)
    }
  }

  private struct Body: Decodable {
    var mark: Mark?
    var title: String?
    var xLabel: String?
    var yLabel: String?
    var width: Double?
    var height: Double?
    var scale: Double?
    var rows: [Row]
  }

  var mark = Mark.bar
  var title = ""
  var xLabel = "x"
  var yLabel = "y"
  var width = 640.0
  var height = 400.0
  var scale = 2.0
  var rows: [Row] = []

  /// Reads posted JSON.
  init(json: Data) throws {
    let body: Body
    do {
      body = try JSONDecoder().decode(Body.self, from: json)
    } catch let error as DecodingError {
      throw RequestProblem("json", error.line)
    } catch let error as LimitError {
      throw error
    } catch {
      throw RequestProblem("syntax", "the body is no JSON of a chart: \(error)")
    }
    mark = body.mark ?? mark
    title = body.title ?? title
    xLabel = body.xLabel ?? xLabel
    yLabel = body.yLabel ?? yLabel
    width = body.width ?? width
    height = body.height ?? height
    scale = body.scale ?? scale
    rows = body.rows
  }

  /// Reads a query.
  init(query: [(name: String, value: String)]) throws {
    var xs: [Value] = []
    var ys: [Double?] = []
    for (name, value) in query {
      switch name {
      case "mark":
        guard let known = Mark(rawValue: value) else {
          let names = Mark.allCases.map(\.rawValue).joined(separator: ", ")
          throw RequestProblem("mark", "mark is “\(value)”; it is one of \(names)")
        }
        mark = known
      case "title": title = value
      case "xLabel": xLabel = value
      case "yLabel": yLabel = value
      case "width": width = try Self.number(name, value)
      case "height": height = try Self.number(name, value)
      case "scale": scale = try Self.number(name, value)
      case "x":
        xs = value.split(separator: ",", omittingEmptySubsequences: false).map { part in
          Double(part).map { .number($0) } ?? .text(String(part))
        }
      case "y":
        ys = try value.split(separator: ",", omittingEmptySubsequences: false).map { part in
          part.isEmpty ? nil : try Self.number(name, String(part))
        }
      default: throw RequestProblem("parameter", "there is no parameter “\(name)”")
      }
    }
    guard xs.isEmpty || xs.count == ys.count else {
      throw RequestProblem("rows", "x has \(xs.count) values and y has \(ys.count)")
    }
    rows = ys.enumerated().map { index, y in
      Row(x: xs.isEmpty ? .number(Double(index + 1)) : xs[index], y: y)
    }
  }

  private static func number(_ name: String, _ value: String) throws -> Double {
    guard let number = Double(value) else {
      throw RequestProblem(name, "\(name) has “\(value)”, which is no number")
    }
    return number
  }

  /// The format at the scale that was asked for.
  func format(_ format: OutputFormat) -> OutputFormat {
    format.mediaType == "image/png" ? .png(scale: scale) : format
  }

  var options: RenderOptions {
    RenderOptions(width: width, height: height, altText: title.isEmpty ? "A chart." : title)
  }
}

/// What is wrong with a request before anything is drawn.
struct RequestProblem: Error {
  var code: String
  var message: String
  init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension DecodingError {
  /// One line with the place.
  fileprivate var line: String {
    func place(_ context: Context) -> String {
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
      return path.isEmpty ? "the body" : path.joined()
    }
    switch self {
    case .keyNotFound(let key, let context): return "\(place(context)) has no \(key.stringValue)"
    case .typeMismatch(let type, let context): return "\(place(context)) is no \(type)"
    case .valueNotFound(_, let context): return "\(place(context)) is null"
    case .dataCorrupted(let context): return "\(place(context)): \(context.debugDescription)"
    @unknown default: return "the body is no chart"
    }
  }
}
