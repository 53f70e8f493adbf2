/// What one rendering may ask for; what is beyond it is a ``LimitError`` that names the limit.
///
/// ```swift
/// var limits = RenderLimits.standard
/// limits.pixels = 4_000_000
/// limits.time = .seconds(2)
/// let picture = try chart.render(.png, RenderOptions(limits: limits))
/// ```
///
/// The standard limits leave room for every chart that a person can read. For the requests of
/// strangers there is ``untrusted``.
public struct RenderLimits: Hashable, Sendable {
  /// The maximum number of pixels of a raster; a pixel takes four bytes of memory.
  public var pixels: Int
  /// The maximum number of rows of data in all charts together.
  public var data: Int
  /// The maximum number of characters of text that are set, counted again for each width at which
  /// a text is broken anew.
  public var text: Int
  /// The maximum number of atoms of formulas that are set: letters, signs, fractions and the like.
  public var formulas: Int
  /// The maximum number of steps of layout: content measured or drawn, marks drawn one by one,
  /// places of labels searched.
  public var layout: Int
  /// The maximum number of bytes of a file.
  public var output: Int
  /// The number of bytes that a rendering keeps so as not to set a text or a formula twice.
  ///
  /// It is no error to need more: what was kept is given up, and set again when it is needed.
  public var memory: Int
  /// The longest time that a rendering may take; nil for any.
  public var time: Duration?

  /// Creates limits; those that are not given are the standard ones.
  public init(
    pixels: Int = 64_000_000, data: Int = 10_000_000, text: Int = 200_000,
    formulas: Int = 200_000, layout: Int = 20_000_000, output: Int = 512 << 20,
    memory: Int = 32 << 20, time: Duration? = nil
  ) {
    self.pixels = pixels
    self.data = data
    self.text = text
    self.formulas = formulas
    self.layout = layout
    self.output = output
    self.memory = memory
    self.time = time
  }

  /// The limits of a rendering that is given no others: 64 megapixels, ten million rows of data,
  /// 200,000 characters, 200,000 atoms of formulas, twenty million steps of layout, files of 512 MB,
  /// 32 MB kept, and any time.
  ///
  /// There is no limit of time, so that what is drawn does not depend on how busy the machine is.
  public static let standard = RenderLimits()

  /// Limits for pictures that strangers ask for: 16 megapixels, 200,000 rows of data, 20,000
  /// characters, 20,000 atoms of formulas, a million steps of layout, files of 32 MB, 16 MB kept,
  /// and two seconds.
  public static let untrusted = RenderLimits(
    pixels: 16_000_000, data: 200_000, text: 20_000, formulas: 20_000, layout: 1_000_000,
    output: 32 << 20, memory: 16 << 20, time: .seconds(2))

  /// Throws if the rendering that this code is a part of has to stop: its task was cancelled, or
  /// its time is over.
  ///
  /// Marks and formats of one's own call it within long loops; it takes less than a tenth of a
  /// microsecond.
  ///
  /// ```swift
  /// for row in 0..<rows {
  ///   try RenderLimits.check()
  ///   write(row)
  /// }
  /// ```
  public static func check() throws(LimitError) {
    if let watch = RenderWatch.current { return try watch.check() }
    if Task.isCancelled { throw .cancelled }
  }
}

/// One of the limits of a rendering, by the name of its property in ``RenderLimits``.
public enum RenderLimit: String, Hashable, Sendable, CaseIterable {
  /// ``RenderLimits/pixels``.
  case pixels
  /// ``RenderLimits/data``.
  case data
  /// ``RenderLimits/text``.
  case text
  /// ``RenderLimits/formulas``.
  case formulas
  /// ``RenderLimits/layout``.
  case layout
  /// ``RenderLimits/output``.
  case output
  /// ``RenderLimits/time``, in milliseconds.
  case time
}
