public import BurinCharts
public import BurinScene
public import BurinText

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// How content becomes a picture of its own.
public struct RenderOptions: Sendable {
  /// The width of the canvas, in points; nil for 640, or more where the content is wider.
  public var width: Double?
  /// The height of the canvas, in points; nil for what the content takes.
  public var height: Double?
  /// A line above the content.
  public var title: Text?
  /// What the picture shows, in words, for readers who do not see it; empty for the accessibility
  /// labels and values of its content.
  public var altText: String
  /// Fonts, sizes and colours.
  public var theme: Theme
  /// The language of the texts, as a BCP 47 tag.
  public var language: String
  /// The clock by which times are placed and written.
  public var timeZone: TimeZone
  /// The calendar of times; nil for the Gregorian one with weeks from Monday.
  ///
  /// Its own time zone is not used: ``timeZone`` is.
  public var calendar: Calendar?
  /// The locale of numbers and dates; nil for ISO 8601 on axes, and for ``language`` in formats of
  /// Foundation.
  public var locale: Locale?
  /// What the rendering may ask for.
  public var limits: RenderLimits
  /// What outlives the rendering, and where fonts are found.
  public var cache: RenderCache

  /// Makes options.
  ///
  /// ```swift
  /// RenderOptions(timeZone: TimeZone(identifier: "Europe/Berlin") ?? .gmt)
  /// ```
  ///
  /// The time zone, the calendar and the locale decide where automatic axes of dates have ticks, on
  /// which days the units of `.value(_:_:unit:)` begin, and how a format of Foundation writes that was
  /// given none of its own. The machine's are never read.
  public init(
    width: Double? = nil, height: Double? = nil, title: Text? = nil, altText: String = "",
    theme: Theme = .standard, language: String = "en", timeZone: TimeZone = .gmt,
    calendar: Calendar? = nil, locale: Locale? = nil, limits: RenderLimits = .standard,
    cache: RenderCache = .shared
  ) {
    self.width = width
    self.height = height
    self.title = title
    self.altText = altText
    self.theme = theme
    self.language = language
    self.timeZone = timeZone
    self.calendar = calendar
    self.locale = locale
    self.limits = limits
    self.cache = cache
  }

  /// Returns what a function makes within the limits and with the cache.
  func rendering<Result>(_ body: () throws -> Result) throws(BurinError) -> Result {
    try BurinError.sorting {
      try RenderWatch.$current.withValue(RenderWatch(limits)) {
        try RenderCache.$current.withValue(cache, operation: body)
      }
    }
  }
}
