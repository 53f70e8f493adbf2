package import BurinGolden

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of goldens and the policy of recording, for the tests of a suite.
package struct GoldenSettings: Sendable {
  /// The folder, relative to the package's root unless absolute.
  package var folder = "golden"
  /// The policy if neither `CI` nor `BURIN_RECORD` is set.
  package var recording = RecordPolicy.never
  /// The environment variables; tests of this module set their own.
  package var environment: [String: String]
  /// The goldens that were used in this run.
  package var uses = GoldenUses()

  /// Makes settings that share no list of used goldens.
  package init(folder: String = "golden", recording: RecordPolicy = .never) {
    self.folder = folder
    self.recording = recording
    environment = [:]
    for name in ["CI", "BURIN_RECORD", "BURIN_RECORD_ONLY", "BURIN_RECORD_ENVIRONMENT"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
  }

  /// The settings of the suite that is running.
  @TaskLocal package static var current = GoldenSettings.ofRun()

  /// The settings for the tests of a run, which share the list of used goldens.
  static func ofRun(
    folder: String = "golden", recording: RecordPolicy = .never
  ) -> GoldenSettings {
    var settings = GoldenSettings(folder: folder, recording: recording)
    settings.uses = .process
    return settings
  }

  /// Returns the policy of recording a golden in this run.
  ///
  /// `BURIN_RECORD_ONLY` limits recording to the goldens that it names, separated by commas.
  package func policy(for name: String) throws(GoldenError) -> RecordPolicy {
    let policy = try RecordPolicy(environment: environment, otherwise: recording)
    guard let only = environment["BURIN_RECORD_ONLY"], !only.isEmpty else { return policy }
    return only.split(separator: ",").contains { $0 == name } ? policy : .never
  }

  /// Returns the folder for the tests of a source file.
  package func folder(for file: String) -> String {
    folder.hasPrefix("/") ? folder : "\(PackageRoot.path(of: file))/\(folder)"
  }

  /// Whether a golden that other libraries drew may be recorded again.
  package var mayChangeEnvironment: Bool { environment["BURIN_RECORD_ENVIRONMENT"] == "other" }
}

/// The root of the package that contains a source file.
enum PackageRoot {
  /// Returns the nearest folder above a file that contains `Package.swift`, or the file's own.
  static func path(of file: String) -> String {
    let own = parent(of: file)
    var folder = own
    while !folder.isEmpty {
      if access("\(folder)/Package.swift", R_OK) == 0 { return folder }
      folder = parent(of: folder)
    }
    return own
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
