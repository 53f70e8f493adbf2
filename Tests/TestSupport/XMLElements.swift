import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An XML document as its elements, with their attributes and texts.
public struct XMLElements {
  /// One element.
  public struct Element {
    /// The tag's name.
    public var name: String
    /// Values by name.
    public var attributes: [String: String]
    /// The text directly within.
    public var text: String
  }

  /// All elements, in the order of their starts.
  public let all: [Element]

  /// Reads a document; nil where it is not well-formed.
  public init?(_ bytes: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    all = reader.all
  }

  /// The elements of a name.
  public func named(_ name: String) -> [Element] { all.filter { $0.name == name } }

  /// The ids, in the order of the document.
  public var ids: [String] { all.compactMap { $0.attributes["id"] } }

  /// The ids that attributes refer to: by `xlink:href`, by `url(#…)`, by `aria-labelledby` and
  /// by `aria-describedby`.
  public var references: Set<String> {
    var result: Set<String> = []
    for element in all {
      for (name, value) in element.attributes {
        switch name {
        case "xlink:href": result.insert(String(value.dropFirst()))
        case "aria-labelledby", "aria-describedby":
          result.formUnion(value.split(separator: " ").map(String.init))
        default:
          if value.hasPrefix("url(#") { result.insert(String(value.dropFirst(5).dropLast())) }
        }
      }
    }
    return result
  }
}

private final class Reader: NSObject, XMLParserDelegate {
  private(set) var all: [XMLElements.Element] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(all.count)
    all.append(XMLElements.Element(name: name, attributes: attributes, text: ""))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let index = open.last { all[index].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }
}
