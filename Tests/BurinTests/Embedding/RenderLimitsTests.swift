import Burin
import Testing

@Suite("Limits of a rendering")
struct RenderLimitsTests {
  private let chart = Chart {
    for index in 0..<40 {
      PointMark(x: .value("Time", Double(index)), y: .value("Load", Double(index * index % 17)))
    }
  }

  /// Returns the error of a rendering.
  private func error(
    _ limits: RenderLimits, _ content: some FigureContent, _ format: OutputFormat = .png
  ) -> BurinError? {
    do throws(BurinError) {
      _ = try content.render(format, RenderOptions(width: 400, height: 300, limits: limits))
      return nil
    } catch {
      return error
    }
  }

  private func exceeded(_ error: BurinError?) -> (limit: RenderLimit, allowed: Int, asked: Int)? {
    let reason: LimitError? =
      switch error?.underlying {
      case let error as LimitError: error
      case RenderError.stopped(let error)?: error
      case TextError.stopped(let error)?: error
      case FormulaError.stopped(let error)?: error
      case SVGError.stopped(let error)?: error
      default: nil
      }
    guard case .exceeded(let limit, let allowed, let asked)? = reason else { return nil }
    return (limit, allowed, asked)
  }

  @Test("Pixels are counted at the format's scale, and up to the limit they are drawn")
  func pixels() throws {
    let found = try #require(exceeded(error(RenderLimits(pixels: 479_999), chart)))
    #expect(found == (.pixels, 479_999, 800 * 600))
    #expect(error(RenderLimits(pixels: 480_000), chart) == nil)
  }

  @Test("Rows of data are counted over all charts")
  func data() throws {
    let both = HStack {
      chart
      chart
    }
    #expect(error(RenderLimits(data: 80), both) == nil)
    let found = try #require(exceeded(error(RenderLimits(data: 79), both)))
    #expect(found == (.data, 79, 80))
  }

  @Test("Texts, formulas, steps of layout and bytes of the file have their limits")
  func others() throws {
    let title = Text(verbatim: String(repeating: "word ", count: 100))
    #expect(exceeded(error(RenderLimits(text: 499), title))?.limit == .text)
    #expect(error(RenderLimits(text: 5_000), title) == nil)
    let formula = Text("$a+b+c+d+e+f$")
    let atoms = try #require(exceeded(error(RenderLimits(formulas: 10), formula)))
    #expect(atoms == (.formulas, 10, 11))
    #expect(error(RenderLimits(formulas: 100), formula) == nil)
    #expect(exceeded(error(RenderLimits(layout: 40), chart))?.limit == .layout)
    for format in OutputFormat.all() {
      let found = exceeded(error(RenderLimits(output: 500), chart, format))
      #expect(found?.limit == .output && found?.allowed == 500, "\(format.mediaType)")
    }
  }

  @Test("The texts that are too long name limit, allowed and asked in their line")
  func message() {
    let found = error(RenderLimits(pixels: 1_000), chart)
    #expect(found?.category == .limit)
    #expect(found?.code == "limit.pixels")
    #expect(
      found?.description
        == "the picture would have 480000 pixels where RenderLimits.pixels allows 1000; make it smaller or raise the limit"
    )
  }

  @Test("No time at all is an error of time, in every format", arguments: [0, 1, 2])
  func time(index: Int) {
    let found = error(RenderLimits(time: .zero), chart, OutputFormat.all()[index])
    #expect(found?.code == "limit.time")
  }

  @Test("What the memos may keep changes no byte")
  func memory() throws {
    let options = RenderOptions(width: 400, height: 300)
    let small = RenderOptions(width: 400, height: 300, limits: RenderLimits(memory: 0))
    #expect(try chart.render(.svg, options).bytes == chart.render(.svg, small).bytes)
  }

  @Test("The limits for strangers draw an ordinary chart")
  func untrusted() {
    #expect(error(.untrusted, chart) == nil)
  }
}
