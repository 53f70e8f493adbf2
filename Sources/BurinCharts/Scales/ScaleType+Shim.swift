import BurinScales

extension ScaleType {
  func canShow(_ value: Double) -> Bool {
    if case .logarithmic = self { value > 0 } else { true }
  }
  var unshownReason: String { "a logarithmic scale shows only values above 0" }
  var extendsToZero: Bool {
    switch self {
    case .logarithmic, .time: false
    default: true
    }
  }
}
