package import BurinScene

/// The name and the description of a picture where publishing systems look for them.
///
/// Source: IPTC Photo Metadata Standard 2022.1, "Alt Text (Accessibility)" and "Extended Description
/// (Accessibility)".
package struct XMPPacket {
  /// The packet.
  package let text: String

  /// The keyword of the packet's text in a PNG (Adobe, "XMP Specification Part 3", section 1.1.5).
  static let pngKeyword = "XML:com.adobe.xmp"

  /// Creates the packet of a scene; nil for one without name and description.
  package init?(_ scene: Scene) {
    let description = scene.rasterDescription
    // Without a name, the description is the alternative text.
    let name = scene.title.isEmpty ? description : scene.title
    guard !name.isEmpty else { return nil }
    func property(_ name: String, _ value: String) -> String {
      XMP.text("Iptc4xmpCore:\(name)", value, language: scene.language)
    }
    var properties = property("AltTextAccessibility", name)
    if !scene.title.isEmpty, !description.isEmpty {
      properties += property("ExtDescrAccessibility", description)
    }
    text = XMP.packet(
      namespaces: "xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\"",
      properties: properties)
  }
}

extension Scene {
  /// The description beside pixels, which have no text of their own: the alt text, or else the words
  /// of the content, as of a page of formulas without a chart.
  var rasterDescription: String {
    guard altText.isEmpty else { return altText }
    var content = self
    content.title = ""
    return content.transcript
  }
}
