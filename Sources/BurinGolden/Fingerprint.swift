/// What drew a picture: the libraries with their versions, the fonts with their digests, the machine.
///
/// ```swift
/// let here = Fingerprint(["architecture": "x86_64", "cairo": "1.16.0"])
/// here.changes(to: Fingerprint(["architecture": "arm64", "cairo": "1.16.0"]))
/// // [architecture: "x86_64" → "arm64"]
/// ```
///
/// Two runs with one fingerprint must give equal pixels; other libraries may round edges otherwise.
public struct Fingerprint: Sendable, Hashable {
  /// A part that differs between two fingerprints; nil where one of them lacks it.
  public struct Change: Sendable, Hashable {
    /// The part, such as `freetype`.
    public let part: String
    /// Its value where the golden was made.
    public let recorded: String?
    /// Its value here.
    public let current: String?

    /// Makes a change.
    public init(part: String, recorded: String?, current: String?) {
      self.part = part
      self.recorded = recorded
      self.current = current
    }
  }

  /// The parts by name, such as `cairo`, `architecture` and `font NotoSansCJKsc-Regular`.
  public let parts: [String: String]

  /// Makes a fingerprint from its parts.
  public init(_ parts: [String: String]) {
    self.parts = parts
  }

  /// The parts that differ, in the order of their names.
  public func changes(to current: Fingerprint) -> [Change] {
    Set(parts.keys).union(current.parts.keys).sorted().compactMap { name in
      parts[name] == current.parts[name]
        ? nil : Change(part: name, recorded: parts[name], current: current.parts[name])
    }
  }

  /// A short name: 16 hexadecimal digits that other parts would change.
  public var id: String {
    var digest = StableDigest()
    for (name, value) in parts.sorted(by: { $0.key < $1.key }) {
      digest.add(name)
      digest.add(value)
    }
    return digest.hexadecimal
  }
}

extension Fingerprint.Change: CustomStringConvertible {
  /// Such as `freetype 2.12.1 → 2.13.2`.
  public var description: String {
    switch (recorded, current) {
    case (let recorded?, let current?): "\(part) \(recorded) → \(current)"
    case (let recorded?, nil): "\(part) \(recorded) is gone"
    case (nil, let current?): "\(part) \(current) is new"
    case (nil, nil): part
    }
  }
}
