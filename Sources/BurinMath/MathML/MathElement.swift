import BurinScene

/// An element of MathML: attributes and either characters or children.
struct MathElement {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var text = ""
  var children: [MathElement] = []

  init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    self.name = name
    self.attributes = attributes.map { (name: $0.0, value: $0.1) }
    self.text = text
  }

  init(_ name: String, _ children: [MathElement]) {
    self.name = name
    self.children = children
  }

  init(_ name: String, _ attributes: [(String, String)], _ children: [MathElement]) {
    self.name = name
    self.attributes = attributes.map { (name: $0.0, value: $0.1) }
    self.children = children
  }

  /// Several elements as one.
  static func row(_ children: [MathElement], _ attributes: [(String, String)] = []) -> MathElement {
    guard children.count == 1, attributes.isEmpty else {
      return MathElement("mrow", attributes, children)
    }
    return children[0]
  }

  /// Returns the element with one attribute more.
  func with(_ name: String, _ value: String) -> MathElement {
    var element = self
    element.attributes.append((name: name, value: value))
    return element
  }

  /// The markup.
  var markup: String {
    var result = "<" + name
    for (name, value) in attributes { result += " \(name)=\"\(XML.text(value))\"" }
    if text.isEmpty, children.isEmpty { return result + "/>" }
    result += ">" + XML.text(text)
    for child in children { result += child.markup }
    return result + "</\(name)>"
  }
}
