package import BurinGolden

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where goldens lie and when they are recorded, for the tests of a suite.
package struct GoldenSettings: Sendable {
  /// The folder, from the package's root where it is relative.
  package var folder = "golden"
  /// What is recorded where neither `CI` nor `BURIN_RECORD` is set.
  package var recording = RecordPolicy.never
  /// The variables that are asked for; tests of this module give their own.
  package var environment: [String: String]

  package init(folder: String = "golden", recording: RecordPolicy = .never) {
    self.folder = folder
    self.recording = recording
    environment = [:]
    for name in ["CI", "BURIN_RECORD", "BURIN_RECORD_ENVIRONMENT"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
  }

  /// The settings of the suite that is running.
  @TaskLocal package static var current = GoldenSettings()

  /// When goldens may be recorded in this run.
  package var policy: RecordPolicy {
    get throws(GoldenError) { try RecordPolicy(environment: environment, otherwise: recording) }
  }

  /// The folder for the tests of a source file.
  package func folder(for file: String) -> String {
    folder.hasPrefix("/") ? folder : "\(PackageRoot.path(of: file))/\(folder)"
  }

  /// Whether a golden may be recorded that was drawn by other libraries.
  package var mayChangeEnvironment: Bool { environment["BURIN_RECORD_ENVIRONMENT"] == "other" }
}

/// The root of the package that a source file belongs to.
enum PackageRoot {
  /// The nearest folder above a file that holds `Package.swift`, or the file's own.
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
