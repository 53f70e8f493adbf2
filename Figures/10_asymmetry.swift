import Burin
import InformationTheory

struct Asymmetry: Figure {
  static let id = "10_asymmetry"

  func compute() throws {}
  func facts(_ numbers: Void) -> Facts { [] }
  func title(_ numbers: Void, _ say: Language) -> Text { Text(Self.id) }
  func altText(_ numbers: Void, _ say: Language) -> String { Self.id }
  func body(_ numbers: Void, _ say: Language) throws -> [AnyContent] { Text(Self.id) }
}
