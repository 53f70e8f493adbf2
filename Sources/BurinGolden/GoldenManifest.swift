/// Which goldens a folder holds and what drew each of them: the file `manifest.json`.
///
/// ```json
/// {
///   "version": 1,
///   "environments": {
///     "1f0e…": {"architecture": "x86_64", "cairo": "1.16.0", …}
///   },
///   "goldens": {
///     "09_kl_calculation.zh": "1f0e…"
///   }
/// }
/// ```
///
/// Sorted, one line a golden, so that changes on two branches merge.
public struct GoldenManifest: Sendable, Hashable {
  /// What drew each golden, by the golden's name.
  public var goldens: [String: Fingerprint]

  /// Makes a manifest.
  public init(goldens: [String: Fingerprint] = [:]) {
    self.goldens = goldens
  }

  /// The environments that drew goldens, without repetition.
  public var environments: Set<Fingerprint> { Set(goldens.values) }

  private static let version = 1.0

  /// The text of the file.
  public var text: String {
    let environments = self.environments.sorted { $0.id < $1.id }.map { fingerprint in
      JSONValue.Member(
        name: fingerprint.id,
        value: .object(
          fingerprint.parts.sorted { $0.key < $1.key }.map {
            JSONValue.Member(name: $0.key, value: .string($0.value))
          }))
    }
    let goldens = self.goldens.sorted { $0.key < $1.key }.map {
      JSONValue.Member(name: $0.key, value: .string($0.value.id))
    }
    return JSONValue.object([
      JSONValue.Member(name: "version", value: .number(Self.version)),
      JSONValue.Member(name: "environments", value: .object(environments)),
      JSONValue.Member(name: "goldens", value: .object(goldens)),
    ]).text() + "\n"
  }

  /// Why a text is no manifest.
  public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and what would be right.
    public let description: String
  }

  /// Reads the text of the file.
  ///
  /// - Throws: ``Problem`` for text that is not JSON, another version, or goldens whose
  ///   environment is not listed.
  public init(text: String) throws(Problem) {
    let root: JSONValue
    do throws(JSONReader.Problem) {
      root = try JSONReader.value(of: text)
    } catch {
      throw Problem(description: error.description)
    }
    guard case .number(let version)? = root["version"] else {
      throw Problem(description: "it has no version")
    }
    guard version == Self.version else {
      throw Problem(
        description:
          "its version is \(JSONValue.number(version).text()); this Burin reads version 1")
    }
    guard case .object(let environments)? = root["environments"] else {
      throw Problem(description: "it has no object “environments”")
    }
    guard case .object(let goldens)? = root["goldens"] else {
      throw Problem(description: "it has no object “goldens”")
    }
    var known: [String: Fingerprint] = [:]
    for environment in environments {
      known[environment.name] = try Self.fingerprint(environment)
    }
    self.goldens = [:]
    for golden in goldens {
      guard case .string(let id) = golden.value else {
        throw Problem(description: "golden “\(golden.name)” does not name its environment")
      }
      guard let fingerprint = known[id] else {
        throw Problem(
          description: "golden “\(golden.name)” names environment “\(id)”, which is not listed")
      }
      self.goldens[golden.name] = fingerprint
    }
  }

  private static func fingerprint(
    _ member: JSONValue.Member
  ) throws(Problem) -> Fingerprint {
    guard case .object(let parts) = member.value else {
      throw Problem(description: "environment “\(member.name)” is not an object")
    }
    var values: [String: String] = [:]
    for part in parts {
      guard case .string(let value) = part.value else {
        throw Problem(
          description: "“\(part.name)” of environment “\(member.name)” is not a text")
      }
      values[part.name] = value
    }
    return Fingerprint(values)
  }
}
