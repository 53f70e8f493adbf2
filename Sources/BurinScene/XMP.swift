/// The pieces of a metadata packet.
///
/// Source: Adobe, "XMP Specification Part 1" (2012), sections 7 and 8.
package enum XMP {
  /// Returns a packet about the file that it stands in.
  ///
  /// - Parameters:
  ///   - namespaces: the attributes that declare the properties' namespaces.
  ///   - properties: elements, ending in a line feed.
  package static func packet(namespaces: String, properties: String) -> String {
    """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" \(namespaces)>
    \(properties)</rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
  }

  /// Returns a property whose text is for readers of any language, and for those of its own where one
  /// is given.
  package static func text(_ name: String, _ value: String, language: String = "") -> String {
    let text = XML.text(value)
    let own =
      language.isEmpty ? "" : "<rdf:li xml:lang=\"\(XML.text(language))\">\(text)</rdf:li>"
    return
      "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(text)</rdf:li>\(own)</rdf:Alt></\(name)>\n"
  }
}
