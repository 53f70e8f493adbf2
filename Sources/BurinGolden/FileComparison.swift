import BurinRaster

/// Compares what two PNG files have beyond eight bits of premultiplied colour.
struct FileComparison {
  let rule: PixelRule
  let ignoresMetadata: Bool
  private(set) var reasons: [Verdict.Reason] = []
  private(set) var notes: [String] = []
  private(set) var fine: FineDifference?
  private(set) var hiddenCount = 0
  private(set) var largestHidden = 0

  init(rule: PixelRule, ignoresMetadata: Bool) {
    self.rule = rule
    self.ignoresMetadata = ignoresMetadata
  }

  mutating func compare(
    _ expected: PNGDetail, _ actual: PNGDetail, _ bitmaps: (Bitmap, Bitmap), pixelsFail: Bool
  ) {
    // Pixels that fail in eight bits need no closer look, which takes its time.
    if !pixelsFail, expected.needsDepth(bitmaps.0) || actual.needsDepth(bitmaps.1) {
      comparePixels(expected, actual, bitmaps)
    }
    compare(expected.animation, actual.animation)
    let changes = expected.metadata.changes(to: actual.metadata)
    if ignoresMetadata {
      notes += changes.map { "ignored: \($0)" }
    } else {
      reasons += changes.map(Verdict.Reason.metadata)
    }
    for name in expected.metadata.unknownChanges(to: actual.metadata) {
      notes.append("the chunk \(name), which is not known to change what is seen, differs")
    }
  }

  private mutating func comparePixels(
    _ expected: PNGDetail, _ actual: PNGDetail, _ bitmaps: (Bitmap, Bitmap)
  ) {
    do throws(PNGError) {
      add(
        FineDifference(
          try expected.deepPixels(), try actual.deepPixels(), besides: bitmaps), frame: nil)
    } catch {
      reasons.append(.notCompared("the files' samples could not be read again: \(error)"))
    }
  }

  private mutating func add(_ difference: FineDifference, frame: Int?) {
    if difference.unseenCount > 0 {
      notes.append(
        "\(Count(difference.unseenCount, "fully transparent pixel has", "fully transparent pixels have")) another colour, which nobody sees"
      )
    }
    guard difference.count > 0 else { return }
    if frame == nil { fine = difference }
    if rule.isTolerance {
      hiddenCount += difference.count
      largestHidden = max(largestHidden, difference.largest / 257)
    } else if let frame {
      reasons.append(.animation("frame \(frame): \(difference)"))
    } else {
      reasons.append(.fine(difference))
    }
  }

  private mutating func compare(_ expected: PNGAnimation?, _ actual: PNGAnimation?) {
    func fail(_ words: String) { reasons.append(.animation(words)) }
    guard let expected, let actual else {
      if expected != nil || actual != nil {
        let words = [expected, actual].map { animation in
          animation.map { Count($0.frames.count, "frame").description } ?? "none"
        }
        fail(words.joined(separator: " → "))
      }
      return
    }
    if expected.frames.count != actual.frames.count {
      fail("\(Count(expected.frames.count, "frame")) → \(actual.frames.count)")
    }
    if expected.plays != actual.plays { fail("played \(expected.plays) → \(actual.plays) times") }
    if expected.beginsWithImage != actual.beginsWithImage {
      fail("the still image is a frame in one of them only")
    }
    for (index, (before, after)) in zip(expected.frames, actual.frames).enumerated() {
      if before.control != after.control {
        fail("frame \(index + 1): \(before.control) → \(after.control)")
      }
      let survey = DifferenceSurvey(expected: before.bitmap, actual: after.bitmap, rule: rule)
      switch survey.outcome {
      case .equal: break
      case .sizes: continue
      case .pixels(let difference):
        if survey.failing > 0 { fail("frame \(index + 1): \(difference)") }
        hiddenCount += difference.count - survey.failing
        largestHidden = max(largestHidden, survey.largestHidden)
      }
      guard before.needsDepth || after.needsDepth else { continue }
      do throws(PNGError) {
        add(
          FineDifference(
            try before.deepPixels(), try after.deepPixels(),
            besides: (before.bitmap, after.bitmap)), frame: index + 1)
      } catch {
        reasons.append(.notCompared("frame \(index + 1) could not be read again: \(error)"))
      }
    }
  }
}
