import ArgumentParser
import ChartsGuide

/// Writes the gallery: every chart of `Documentation/Charts.md` beside its code, in one page that
/// needs no network.
@main
struct Gallery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Gallery",
    abstract: "Write a page with every chart of the guide beside its code, light and dark.")

  @Argument(help: "The file to write.") var output = "gallery.html"

  func run() throws {
    let page = try GalleryPage(ChartsGuide.all)
    try page.write(to: output)
    for note in page.notes { print("note: \(note)") }
    print("\(output): \(page.entries.count) charts")
  }
}
