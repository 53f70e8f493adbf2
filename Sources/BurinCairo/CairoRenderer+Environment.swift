public import BurinScene
import BurinText
import CCairo

extension CairoRenderer {
  /// What decides how a scene's pixels come out: libraries, fonts and the machine, by name.
  ///
  /// ```swift
  /// CairoRenderer(fonts: try FontLibrary.shared()).environment["cairo"]  // "1.16.0"
  /// ```
  ///
  /// Where two environments are the same, so are the bytes of every raster.
  public var environment: [String: String] {
    var parts = fonts.environment
    parts["cairo"] = String(cString: cairo_version_string())
    parts["pixman"] = String(cString: pixman_version_string())
    parts["architecture"] = Self.architecture
    parts["rasterization"] = "\(rasterization.antialiasing), tolerance \(rasterization.tolerance)"
    return parts
  }

  /// What decides how the pixels of one scene come out: the fallback faces that set its text are named
  /// too.
  ///
  /// - Throws: ``RenderError/font(_:)`` for a face that is not there.
  public func environment(of scene: Scene) throws(RenderError) -> [String: String] {
    var parts = environment
    var faces: Set<FontID> = []
    scene.items.walk { visit in
      if case .glyphs(let run) = visit.item { faces.insert(run.font) }
      return .inward
    }
    for id in faces where parts["font \(id.postScriptName)"] == nil {
      do throws(TextError) {
        parts["font \(id.postScriptName)"] = try fonts.face(id).digest
      } catch {
        throw .font(error)
      }
    }
    return parts
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #elseif arch(arm)
      "arm"
    #elseif arch(i386)
      "i386"
    #elseif arch(powerpc64le)
      "powerpc64le"
    #elseif arch(s390x)
      "s390x"
    #elseif arch(riscv64)
      "riscv64"
    #else
      "other"
    #endif
  }
}
