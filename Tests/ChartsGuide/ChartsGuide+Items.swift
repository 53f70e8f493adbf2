package import Burin
import Foundation

extension ChartsGuide {
  /// A picture of the guide.
  package struct Item: Sendable {
    /// The name after `// guide:`.
    package var name: String
    /// What it shows, as the guide's headings have it.
    package var title: String
    package var content: AnyContent
    /// Whether it is as high as its content; charts are as high as they are told.
    package var hasOwnHeight = false

    init(_ name: String, _ title: String, _ content: some FigureContent, hasOwnHeight: Bool = false)
    {
      self.name = name
      self.title = title
      self.content = AnyContent(content)
      self.hasOwnHeight = hasOwnHeight
    }
  }

  /// All pictures, in the order of the guide.
  package static var all: [Item] {
    [
      Item("bars", "Bars", bars()), Item("times", "Times", times()),
      Item("series", "Series", series()), Item("stacked", "Stacked areas", stacked()),
      Item("histogram", "Histograms", histogram()), Item("boxes", "Box plots", boxes()),
      Item("errors", "Error bars", errors()), Item("sectors", "Pies and rings", sectors()),
      Item("channels", "Colours, sizes and symbols by value", channels()),
      Item("names", "Names at points", names()), Item("cells", "Cells", cells()),
      Item("collections", "Plots of collections", collections()),
      Item("facets", "Small multiples", facets()),
      Item("logarithms", "Logarithmic axes", logarithms()),
      Item("explained", "Formulas and explanations", explained()),
      Item("explaining", "Bands, chords, braces, arrows, callouts", explaining()),
      Item("units", "Second units and insets", units()), Item("field", "Fields", field()),
      Item("matrix", "A matrix with names", matrix()),
      Item("figure", "Charts beside other content", figure(), hasOwnHeight: true),
      Item("panels", "Panels with letters", panels(), hasOwnHeight: true),
      Item("texts", "Text", texts(), hasOwnHeight: true),
      Item("axes", "Axes, colours, fonts", axes()), Item("formats", "Number formats", formats()),
    ]
  }

  /// The code of each picture by its name, as the guide prints it.
  package static func sources() throws -> [String: String] {
    let path = #filePath.replacing("ChartsGuide+Items.swift", with: "ChartsGuide.swift")
    let source = try String(contentsOfFile: path, encoding: .utf8)
    var result: [String: String] = [:]
    for match in source.matches(of: #/    // guide: (\w+)\n((?:.*\n)*?)    // end\n/#) {
      let lines = match.2.split(separator: "\n", omittingEmptySubsequences: false)
      result[String(match.1)] = lines.map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }
        .joined(separator: "\n")
    }
    return result
  }
}
