import BurinScene

/// The metadata of a PDF (ISO 14289-1, sections 5 and 7.1): its title, description and language, and
/// that it is a file for every reader.
enum PDFMetadata {
  /// Returns the packet of a scene.
  static func packet(_ scene: Scene) -> String {
    func alternatives(_ name: String, _ text: String) -> String {
      guard !text.isEmpty else { return "" }
      return """
        <dc:\(name)><rdf:Alt><rdf:li xml:lang="x-default">\(XML.text(text))</rdf:li></rdf:Alt></dc:\(name)>

        """
    }
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <dc:format>application/pdf</dc:format>
      \(alternatives("title", scene.title))\(alternatives("description", scene.altText))<dc:language><rdf:Bag><rdf:li>\(XML.text(scene.language))</rdf:li></rdf:Bag></dc:language>
      <pdfuaid:part>1</pdfuaid:part>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
  }
}
