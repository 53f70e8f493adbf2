import BurinScene

/// The metadata of a PDF (ISO 14289-1, sections 5 and 7.1): its title, description and language, and
/// that it is a file for every reader.
enum PDFMetadata {
  /// Returns the packet of a scene.
  static func packet(_ scene: Scene) -> String {
    var properties = "<dc:format>application/pdf</dc:format>\n"
    for (name, text) in [("dc:title", scene.title), ("dc:description", scene.altText)]
    where !text.isEmpty { properties += XMP.text(name, text) }
    properties += """
      <dc:language><rdf:Bag><rdf:li>\(XML.text(scene.language))</rdf:li></rdf:Bag></dc:language>
      <pdfuaid:part>1</pdfuaid:part>

      """
    return XMP.packet(
      namespaces:
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"",
      properties: properties)
  }
}
