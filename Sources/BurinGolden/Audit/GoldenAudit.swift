public import BurinRaster
public import BurinScene

/// Whether a golden fails for every fault that could be in its picture.
///
/// ```swift
/// let audit = try GoldenAudit(scene, golden: golden, scale: 2, renderer: renderer)
/// audit.killRate   // 1
/// audit.survivors  // []
/// ```
public struct GoldenAudit: Sendable {
  /// What came of the faults of one sort.
  public struct Tally: Sendable, Hashable {
    /// The number of faulty pictures.
    public var total = 0
    /// How many of them the golden fails.
    public var killed = 0
    /// How many were drawn, so that what pixels show is known.
    public var drawn = 0
    /// How many of those differ in a pixel from the picture without the fault.
    public var seenExactly = 0
    /// How many of those the rule for other rasterisers alone fails, without the scene.
    public var seenByRasterRule = 0

    static func + (a: Tally, b: Tally) -> Tally {
      Tally(
        total: a.total + b.total, killed: a.killed + b.killed, drawn: a.drawn + b.drawn,
        seenExactly: a.seenExactly + b.seenExactly,
        seenByRasterRule: a.seenByRasterRule + b.seenByRasterRule)
    }
  }

  /// What draws scenes and finds glyphs.
  public struct Renderer {
    let bitmap: (Scene) throws -> Bitmap
    let glyph: (FontID, Unicode.Scalar) throws -> UInt32?

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - bitmap: draws a scene at the golden's scale.
    ///   - glyph: the glyph that shows a character in a font; nil where it has none.
    public init(
      bitmap: @escaping (Scene) throws -> Bitmap,
      glyph: @escaping (FontID, Unicode.Scalar) throws -> UInt32?
    ) {
      self.bitmap = bitmap
      self.glyph = glyph
    }
  }

  /// What came of each sort of fault that the picture can have.
  public private(set) var tallies: [SceneMutation.Fault: Tally] = [:]
  /// The faults that the golden passes, in words.
  public private(set) var survivors: [String] = []

  /// All faults together.
  public var total: Tally { tallies.values.reduce(Tally(), +) }

  /// The share of faults that the golden fails, 0 to 1; 1 where there was none to find.
  public var killRate: Double {
    let total = total
    return total.total == 0 ? 1 : Double(total.killed) / Double(total.total)
  }

  /// Puts every fault into a picture and checks each against the golden, as another machine would:
  /// whether its libraries are those that drew the golden or others.
  ///
  /// - Parameters:
  ///   - scene: the picture as it should be.
  ///   - golden: the golden as it was read.
  ///   - scale: the golden's pixels for each point.
  ///   - drawing: how many faults of each sort are drawn, whatever their scenes say; faults that
  ///     their scenes do not show are drawn in any case.
  ///   - renderer: draws the faulty scenes.
  public init(
    _ scene: Scene, golden: Rendition, scale: Double, drawing: Int = 3, renderer: Renderer
  ) throws {
    let right = try renderer.bitmap(scene)
    let reference = golden.scene.map { ReferenceScene($0, scale: scale) }
    let mutator = SceneMutator(scene: scene, pixel: 1 / scale, glyph: renderer.glyph)
    var choice = try FaultSampling(mutator, limit: drawing)
    try mutator.forEach { site in
      let mutation = site.mutation
      var tally = tallies[mutation.fault] ?? Tally()
      let isSample = choice.takes(mutation.fault)
      tally.total += 1
      let sceneFails = reference.map { !$0.isSame(as: mutation.scene) } ?? false
      var fails = sceneFails
      if !sceneFails || isSample {
        let bitmap = try renderer.bitmap(mutation.scene)
        // What the scene does not show must show in the pixels under either rule.
        fails =
          sceneFails
          || (Self.differ(golden.bitmap, bitmap, .exact)
            && Self.differ(golden.bitmap, bitmap, .rasterizer))
        tally.drawn += 1
        if Self.differ(right, bitmap, .exact) { tally.seenExactly += 1 }
        if Self.differ(right, bitmap, .rasterizer) { tally.seenByRasterRule += 1 }
      }
      if fails { tally.killed += 1 } else { survivors.append(mutation.description) }
      tallies[mutation.fault] = tally
    }
  }

  /// Faulty copies of a scene, at most so many of each sort, spread over it.
  ///
  /// - Parameters:
  ///   - scene: the picture as it should be.
  ///   - scale: pixels for each point.
  ///   - limit: how many of each sort are made.
  ///   - glyph: the glyph that shows a character in a font; nil where it has none.
  public static func faults(
    in scene: Scene, scale: Double, limit: Int,
    glyph: @escaping (FontID, Unicode.Scalar) throws -> UInt32?
  ) throws -> [SceneMutation] {
    let mutator = SceneMutator(scene: scene, pixel: 1 / scale, glyph: glyph)
    var choice = try FaultSampling(mutator, limit: limit)
    var faults: [SceneMutation] = []
    try mutator.forEach { if choice.takes($0.fault) { faults.append($0.mutation) } }
    return faults
  }

  private static func differ(_ expected: Bitmap, _ actual: Bitmap, _ rule: PixelRule) -> Bool {
    if expected == actual { return false }
    if rule == .exact { return true }
    let survey = DifferenceSurvey(expected: expected, actual: actual, rule: rule)
    if case .sizes = survey.outcome { return true }
    return survey.beyondLimit > 0 || survey.flat > 0
  }
}

/// Chooses a number of faults of each sort, spread over the picture.
private struct FaultSampling {
  private let limit: Int
  private let counts: [SceneMutation.Fault: Int]
  private var met: [SceneMutation.Fault: Int] = [:]

  init(_ mutator: SceneMutator, limit: Int) throws {
    self.limit = max(0, limit)
    var counts: [SceneMutation.Fault: Int] = [:]
    try mutator.forEach { counts[$0.fault, default: 0] += 1 }
    self.counts = counts
  }

  /// Whether the next fault of a sort is one of those chosen.
  mutating func takes(_ fault: SceneMutation.Fault) -> Bool {
    let (index, count) = (met[fault] ?? 0, counts[fault] ?? 0)
    met[fault] = index + 1
    // The numbers below `limit` are spread evenly over the numbers below `count`.
    return limit >= count || (index * limit / count != (index + 1) * limit / count)
  }
}
