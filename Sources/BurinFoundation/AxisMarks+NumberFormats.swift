public import Burin
public import Foundation

// Foundation has `.number` and `.percent` for whole numbers, for Double and for Decimal, and the
// compiler cannot choose among them. An axis has numbers of all kinds, which Double holds.

extension AxisMarks {
  /// Creates marks whose labels are numbers in a format of Foundation.
  ///
  /// ```swift
  /// AxisMarks(format: .number.precision(.fractionLength(1)))
  /// ```
  public init(
    format: FloatingPointFormatStyle<Double>, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: AxisMarkValues = .automatic,
    stroke: StrokeStyle? = nil
  ) {
    self.init(
      preset: preset, position: position, values: values, stroke: stroke,
      label: AxisValueLabel(format: format))
  }

  /// Creates marks whose labels are percentages in a format of Foundation.
  ///
  /// ```swift
  /// AxisMarks(format: .percent)   // 0.5 is 50%
  /// ```
  public init(
    format: FloatingPointFormatStyle<Double>.Percent, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: AxisMarkValues = .automatic,
    stroke: StrokeStyle? = nil
  ) {
    self.init(
      preset: preset, position: position, values: values, stroke: stroke,
      label: AxisValueLabel(format: format))
  }

  /// Creates marks at given values whose labels are numbers in a format of Foundation.
  public init(
    format: FloatingPointFormatStyle<Double>, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: [Double], stroke: StrokeStyle? = nil
  ) {
    self.init(
      format: format, preset: preset, position: position, values: .listed(values),
      stroke: stroke)
  }

  /// Creates marks at given values whose labels are percentages in a format of Foundation.
  public init(
    format: FloatingPointFormatStyle<Double>.Percent, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: [Double], stroke: StrokeStyle? = nil
  ) {
    self.init(
      format: format, preset: preset, position: position, values: .listed(values),
      stroke: stroke)
  }
}

extension AxisValueLabel {
  /// Creates a label that is a number in a format of Foundation.
  public init(
    format: FloatingPointFormatStyle<Double>, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: Double? = nil, verticalSpacing: Double? = nil
  ) {
    self.init(
      inFormat: format, centered: centered, anchor: anchor,
      multiLabelAlignment: multiLabelAlignment, collisionResolution: collisionResolution,
      offsetsMarks: offsetsMarks, orientation: orientation,
      horizontalSpacing: horizontalSpacing, verticalSpacing: verticalSpacing)
  }

  /// Creates a label that is a percentage in a format of Foundation.
  public init(
    format: FloatingPointFormatStyle<Double>.Percent, centered: Bool? = nil,
    anchor: UnitPoint? = nil, multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: Double? = nil, verticalSpacing: Double? = nil
  ) {
    self.init(
      inFormat: format, centered: centered, anchor: anchor,
      multiLabelAlignment: multiLabelAlignment, collisionResolution: collisionResolution,
      offsetsMarks: offsetsMarks, orientation: orientation,
      horizontalSpacing: horizontalSpacing, verticalSpacing: verticalSpacing)
  }

  /// The initializer of Burin for any format, under a name that no other one has.
  private init<Format: FormatStyle & Sendable>(
    inFormat format: Format, centered: Bool?, anchor: UnitPoint?,
    multiLabelAlignment: Alignment?, collisionResolution: AxisValueLabelCollisionResolution,
    offsetsMarks: Bool?, orientation: AxisValueLabelOrientation,
    horizontalSpacing: Double?, verticalSpacing: Double?
  ) where Format.FormatInput: Plottable, Format.FormatOutput == String {
    self.init(
      format: format, centered: centered, anchor: anchor,
      multiLabelAlignment: multiLabelAlignment, collisionResolution: collisionResolution,
      offsetsMarks: offsetsMarks, orientation: orientation,
      horizontalSpacing: horizontalSpacing, verticalSpacing: verticalSpacing)
  }
}
