import ArgumentParser
import Burin
import ChartsGuide
import Foundation

/// Writes the gallery: every chart of the documentation beside its code, in one page that needs no
/// network.
@main
struct Gallery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Gallery",
    abstract: "Write a page with every chart of the documentation beside its code, light and dark.")

  @Argument(help: "The file to write.") var output = "gallery.html"
  @Option(help: "Write each chart as a page of its own into a folder instead, with PDF and PNG.")
  var pages: String?

  func run() throws {
    if let pages { return try writePages(to: pages) }
    let page = try GalleryPage(ChartsGuide.all)
    try page.write(to: output)
    for note in page.notes { print("note: \(note)") }
    print("\(output): \(page.entries.count) charts")
  }

  private func writePages(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for item in ChartsGuide.all {
      let options = RenderOptions(width: 560, height: item.hasOwnHeight ? nil : 350)
      var scene = try item.scene(options).scene
      // What is no chart has the name of its heading.
      if scene.title.isEmpty { scene.title = item.title }
      for format in [OutputFormat.html, .pdf, .png()] {
        let path = "\(folder)/\(item.name).\(format.fileExtension)"
        try Data(try scene.encoded(as: format)).write(to: URL(filePath: path))
      }
    }
    print("\(folder): \(ChartsGuide.all.count) charts")
  }
}
