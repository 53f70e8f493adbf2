import BurinScene

/// The name and the description of a picture where publishing systems look for them.
///
/// Sources: Adobe, "XMP Specification Part 1" (2012), sections 7 and 8; IPTC Photo Metadata Standard
/// 2022.1, "Alt Text (Accessibility)" and "Extended Description (Accessibility)".
struct XMPPacket {
  /// The packet.
  let text: String

  /// The keyword of the packet's text in a PNG (Adobe, "XMP Specification Part 3", section 1.1.5).
  static let pngKeyword = "XML:com.adobe.xmp"

  /// Creates the packet of a scene; nil for one without name and description.
  init?(_ scene: Scene) {
    // Without a name, the description is the alternative text.
    let name = scene.title.isEmpty ? scene.altText : scene.title
    guard !name.isEmpty else { return nil }
    var properties = Self.property("AltTextAccessibility", name, scene.language)
    if !scene.title.isEmpty, !scene.altText.isEmpty {
      properties += Self.property("ExtDescrAccessibility", scene.altText, scene.language)
    }
    text = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
      \(properties)</rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
  }

  private static func property(_ name: String, _ value: String, _ language: String) -> String {
    let text = XML.text(value)
    let own =
      language.isEmpty ? "" : "<rdf:li xml:lang=\"\(XML.text(language))\">\(text)</rdf:li>"
    return """
      <Iptc4xmpCore:\(name)><rdf:Alt><rdf:li xml:lang="x-default">\(text)</rdf:li>\(own)</rdf:Alt></Iptc4xmpCore:\(name)>

      """
  }
}
