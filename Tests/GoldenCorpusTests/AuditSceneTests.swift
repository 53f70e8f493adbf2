import Burin
import BurinGolden
import BurinScene
import Testing

@Suite("Audits of scenes with what figures lack")
struct AuditSceneTests {
  @Test("Every fault is found", arguments: AuditScenes.all.map(\.name))
  func audit(name: String) throws {
    let scene = try #require(AuditScenes.all.first { $0.name == name }?.scene)
    var golden = try scene.rendition(scale: 2)
    golden.scene = try Scene(text: scene.fileText)
    let audit = try GoldenAudit(
      scene, golden: golden, scale: 2, drawing: 1000,
      renderer: GoldenAudit.Renderer(scene, scale: 2))
    #expect(audit.survivors.isEmpty, "\(audit.survivors)")
    #expect(audit.total.total >= 20)
    // What the mutator makes is a fault: nearly all of them show in the pixels.
    #expect(
      Double(audit.total.seenExactly) >= 0.9 * Double(audit.total.drawn),
      "\(audit.total)")
  }

  @Test("All sorts of fault that need no text are among them")
  func sorts() throws {
    var sorts: Set<SceneMutation.Fault> = []
    for (_, scene) in AuditScenes.all {
      let faults = try GoldenAudit.faults(in: scene, scale: 2, limit: 1000, glyph: { _, _ in nil })
      sorts.formUnion(faults.map(\.fault))
    }
    let texts: Set<SceneMutation.Fault> = [.digit, .sign, .letter, .swap, .size]
    #expect(Set(SceneMutation.Fault.allCases).subtracting(texts).isSubset(of: sorts))
  }
}
