package import Burin
import Foundation

extension ChartsGuide {
  /// A picture of the documentation.
  package struct Item: Sendable {
    /// The name after `// guide:`.
    package var name: String
    /// What it shows, as the guide's headings have it.
    package var title: String
    /// The page that has its code.
    package var page = "Documentation/Charts.md"
    /// Whether it is as high as its content; charts are as high as they are told.
    package var hasOwnHeight = false
    /// Draws it, with what there is to say of it.
    package let scene: @Sendable (RenderOptions) throws -> (scene: Scene, diagnostics: [Diagnostic])

    init(_ name: String, _ title: String, _ content: some FigureContent, hasOwnHeight: Bool = false)
    {
      self.name = name
      self.title = title
      self.hasOwnHeight = hasOwnHeight
      let content = AnyContent(content)
      scene = { options in try content.scene(options) }
    }

    init(
      _ name: String, _ title: String, page: String, hasOwnHeight: Bool = false,
      scene: @Sendable @escaping (RenderOptions) throws -> (Scene, [Diagnostic])
    ) {
      self.name = name
      self.title = title
      self.page = page
      self.hasOwnHeight = hasOwnHeight
      self.scene = scene
    }

    /// A picture of another page than the guide.
    init(
      _ name: String, _ title: String, page: String, _ content: some FigureContent,
      hasOwnHeight: Bool = false
    ) {
      self.init(name, title, content, hasOwnHeight: hasOwnHeight)
      self.page = page
    }
  }

  /// All pictures: those of the guide in its order, then those of other pages.
  package static var all: [Item] { guide + pages }

  /// The pictures of pages beside the guide.
  private static var pages: [Item] {
    let large = "Documentation/LargeData.md"
    return [
      Item("rain", "Bars in the words of Swift Charts", page: "README.md", rain()),
      Item("ways", "Formulas in labels", page: "README.md", ways()),
      Item("cities", "Lines from a CSV file", page: "Documentation/Start.md") { options in
        try cities().scene(options)
      },
      Item("brand", "A theme of one’s own", page: "Documentation/Themes.md") { options in
        var own = options
        own.theme = brand()
        return try cities().scene(own)
      },
      Item(
        "coin", "A figure with a parameter, facts and languages",
        page: "Documentation/Figures.md", hasOwnHeight: true
      ) { options in (try coin(options), []) },
      Item("ticks", "A mark of one’s own", page: "CONTRIBUTING.md", ticks()),
      Item("load", "A line of 50,000 samples", page: large) { try load().scene($0) },
      Item("elevations", "A matrix of 400,000 values", page: large) { try elevations().scene($0) },
      Item("counts", "Counts of 50,000 points", page: large) { try counts().scene($0) },
      Item("month", "A picture of a batch", page: "Documentation/Batch.md", month()),
      Item(
        "formulas", "Formulas alone", page: "Documentation/Formulas.md", formulas(),
        hasOwnHeight: true),
    ]
  }

  /// The pictures of `Charts.md`, in its order.
  package static var guide: [Item] {
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

  /// The code of each picture by its name, as its page prints it.
  package static func sources() throws -> [String: String] {
    var result: [String: String] = [:]
    for file in ["ChartsGuide.swift", "ChartsGuide+Pages.swift"] {
      let path = #filePath.replacing("ChartsGuide+Items.swift", with: file)
      let source = try String(contentsOfFile: path, encoding: .utf8)
      for match in source.matches(of: #/ +// guide: (\w+)\n((?:.*\n)*?) +// end\n/#) {
        let lines = match.2.split(separator: "\n", omittingEmptySubsequences: false)
        let indents = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }
        result[String(match.1)] = lines.map { $0.dropFirst(indents.min() ?? 0) }
          .joined(separator: "\n")
      }
    }
    return result
  }
}
