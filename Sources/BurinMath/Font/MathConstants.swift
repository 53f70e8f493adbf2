import CHarfBuzz

/// The constants of a font's MATH table, in ems; percentages are fractions.
///
/// Names and meanings: OpenType specification, MATH table, “MathConstants table”.
struct MathConstants: Sendable, Hashable {
  /// The size of first scripts, as a fraction of the text size.
  var scriptPercentScaleDown: Double
  /// The size of second scripts, as a fraction of the text size.
  var scriptScriptPercentScaleDown: Double
  /// The height from which a delimited expression is a sub-formula.
  var delimitedSubFormulaMinHeight: Double
  /// The minimum height of large operators in display style.
  var displayOperatorMinHeight: Double
  /// The white space between lines of formulas.
  var mathLeading: Double
  /// The height of the axis, on which fraction rules and fences are centred.
  var axisHeight: Double
  /// The height of a base at which accents are not raised.
  var accentBaseHeight: Double
  /// The height of a base from which flattened accents are used.
  var flattenedAccentBaseHeight: Double
  /// The standard shift of subscripts down.
  var subscriptShiftDown: Double
  /// The maximum height of a subscript’s top.
  var subscriptTopMax: Double
  /// The minimum drop of a subscript below the bottom of its base.
  var subscriptBaselineDropMin: Double
  /// The standard shift of superscripts up.
  var superscriptShiftUp: Double
  /// The standard shift of superscripts up in cramped styles.
  var superscriptShiftUpCramped: Double
  /// The minimum height of a superscript’s bottom.
  var superscriptBottomMin: Double
  /// The maximum drop of a superscript below the top of its base.
  var superscriptBaselineDropMax: Double
  /// The minimum gap between superscript and subscript.
  var subSuperscriptGapMin: Double
  /// The maximum height of a superscript’s bottom when a subscript pushes it up.
  var superscriptBottomMaxWithSubscript: Double
  /// The space after scripts.
  var spaceAfterScript: Double
  /// The minimum gap between an operator and its upper limit.
  var upperLimitGapMin: Double
  /// The minimum distance of the upper limit’s baseline from the operator.
  var upperLimitBaselineRiseMin: Double
  /// The minimum gap between an operator and its lower limit.
  var lowerLimitGapMin: Double
  /// The minimum distance of the lower limit’s baseline from the operator.
  var lowerLimitBaselineDropMin: Double
  /// The shift up of a stack’s top element.
  var stackTopShiftUp: Double
  /// The same in display style.
  var stackTopDisplayStyleShiftUp: Double
  /// The shift down of a stack’s bottom element.
  var stackBottomShiftDown: Double
  /// The same in display style.
  var stackBottomDisplayStyleShiftDown: Double
  /// The minimum gap between the elements of a stack.
  var stackGapMin: Double
  /// The same in display style.
  var stackDisplayStyleGapMin: Double
  /// The shift up of what is above a stretched glyph.
  var stretchStackTopShiftUp: Double
  /// The shift down of what is below a stretched glyph.
  var stretchStackBottomShiftDown: Double
  /// The minimum gap above a stretched glyph.
  var stretchStackGapAboveMin: Double
  /// The minimum gap below a stretched glyph.
  var stretchStackGapBelowMin: Double
  /// The shift up of a numerator.
  var fractionNumeratorShiftUp: Double
  /// The same in display style.
  var fractionNumeratorDisplayStyleShiftUp: Double
  /// The shift down of a denominator.
  var fractionDenominatorShiftDown: Double
  /// The same in display style.
  var fractionDenominatorDisplayStyleShiftDown: Double
  /// The minimum gap between numerator and rule.
  var fractionNumeratorGapMin: Double
  /// The same in display style.
  var fractionNumDisplayStyleGapMin: Double
  /// The thickness of the fraction rule.
  var fractionRuleThickness: Double
  /// The minimum gap between rule and denominator.
  var fractionDenominatorGapMin: Double
  /// The same in display style.
  var fractionDenomDisplayStyleGapMin: Double
  /// The horizontal distance of the parts of a skewed fraction.
  var skewedFractionHorizontalGap: Double
  /// The vertical distance of the parts of a skewed fraction.
  var skewedFractionVerticalGap: Double
  /// The gap between a base and the rule above it.
  var overbarVerticalGap: Double
  /// The thickness of the rule above a base.
  var overbarRuleThickness: Double
  /// The white space above an overbar.
  var overbarExtraAscender: Double
  /// The gap between a base and the rule below it.
  var underbarVerticalGap: Double
  /// The thickness of the rule below a base.
  var underbarRuleThickness: Double
  /// The white space below an underbar.
  var underbarExtraDescender: Double
  /// The gap between a radicand and the rule above it.
  var radicalVerticalGap: Double
  /// The same in display style.
  var radicalDisplayStyleVerticalGap: Double
  /// The thickness of a radical’s rule.
  var radicalRuleThickness: Double
  /// The white space above a radical’s rule.
  var radicalExtraAscender: Double
  /// The space before a radical’s degree.
  var radicalKernBeforeDegree: Double
  /// The space after a radical’s degree, usually negative.
  var radicalKernAfterDegree: Double
  /// The height of a degree’s bottom, as a fraction of the radical’s height.
  var radicalDegreeBottomRaisePercent: Double

  /// Reads the table of a font whose scale is its units in the em.
  init(font: OpaquePointer, unitsPerEm: Double) {
    func em(_ constant: hb_ot_math_constant_t) -> Double {
      Double(hb_ot_math_get_constant(font, constant)) / unitsPerEm
    }
    func percent(_ constant: hb_ot_math_constant_t) -> Double {
      Double(hb_ot_math_get_constant(font, constant)) / 100
    }
    scriptPercentScaleDown = percent(HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN)
    scriptScriptPercentScaleDown = percent(HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN)
    delimitedSubFormulaMinHeight = em(HB_OT_MATH_CONSTANT_DELIMITED_SUB_FORMULA_MIN_HEIGHT)
    displayOperatorMinHeight = em(HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT)
    mathLeading = em(HB_OT_MATH_CONSTANT_MATH_LEADING)
    axisHeight = em(HB_OT_MATH_CONSTANT_AXIS_HEIGHT)
    accentBaseHeight = em(HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT)
    flattenedAccentBaseHeight = em(HB_OT_MATH_CONSTANT_FLATTENED_ACCENT_BASE_HEIGHT)
    subscriptShiftDown = em(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN)
    subscriptTopMax = em(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX)
    subscriptBaselineDropMin = em(HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN)
    superscriptShiftUp = em(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP)
    superscriptShiftUpCramped = em(HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED)
    superscriptBottomMin = em(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN)
    superscriptBaselineDropMax = em(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX)
    subSuperscriptGapMin = em(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN)
    superscriptBottomMaxWithSubscript = em(
      HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT)
    spaceAfterScript = em(HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT)
    upperLimitGapMin = em(HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN)
    upperLimitBaselineRiseMin = em(HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN)
    lowerLimitGapMin = em(HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN)
    lowerLimitBaselineDropMin = em(HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN)
    stackTopShiftUp = em(HB_OT_MATH_CONSTANT_STACK_TOP_SHIFT_UP)
    stackTopDisplayStyleShiftUp = em(HB_OT_MATH_CONSTANT_STACK_TOP_DISPLAY_STYLE_SHIFT_UP)
    stackBottomShiftDown = em(HB_OT_MATH_CONSTANT_STACK_BOTTOM_SHIFT_DOWN)
    stackBottomDisplayStyleShiftDown = em(HB_OT_MATH_CONSTANT_STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN)
    stackGapMin = em(HB_OT_MATH_CONSTANT_STACK_GAP_MIN)
    stackDisplayStyleGapMin = em(HB_OT_MATH_CONSTANT_STACK_DISPLAY_STYLE_GAP_MIN)
    stretchStackTopShiftUp = em(HB_OT_MATH_CONSTANT_STRETCH_STACK_TOP_SHIFT_UP)
    stretchStackBottomShiftDown = em(HB_OT_MATH_CONSTANT_STRETCH_STACK_BOTTOM_SHIFT_DOWN)
    stretchStackGapAboveMin = em(HB_OT_MATH_CONSTANT_STRETCH_STACK_GAP_ABOVE_MIN)
    stretchStackGapBelowMin = em(HB_OT_MATH_CONSTANT_STRETCH_STACK_GAP_BELOW_MIN)
    fractionNumeratorShiftUp = em(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP)
    fractionNumeratorDisplayStyleShiftUp = em(
      HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP)
    fractionDenominatorShiftDown = em(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN)
    fractionDenominatorDisplayStyleShiftDown = em(
      HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN)
    fractionNumeratorGapMin = em(HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN)
    fractionNumDisplayStyleGapMin = em(HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN)
    fractionRuleThickness = em(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS)
    fractionDenominatorGapMin = em(HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN)
    fractionDenomDisplayStyleGapMin = em(HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN)
    skewedFractionHorizontalGap = em(HB_OT_MATH_CONSTANT_SKEWED_FRACTION_HORIZONTAL_GAP)
    skewedFractionVerticalGap = em(HB_OT_MATH_CONSTANT_SKEWED_FRACTION_VERTICAL_GAP)
    overbarVerticalGap = em(HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP)
    overbarRuleThickness = em(HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS)
    overbarExtraAscender = em(HB_OT_MATH_CONSTANT_OVERBAR_EXTRA_ASCENDER)
    underbarVerticalGap = em(HB_OT_MATH_CONSTANT_UNDERBAR_VERTICAL_GAP)
    underbarRuleThickness = em(HB_OT_MATH_CONSTANT_UNDERBAR_RULE_THICKNESS)
    underbarExtraDescender = em(HB_OT_MATH_CONSTANT_UNDERBAR_EXTRA_DESCENDER)
    radicalVerticalGap = em(HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP)
    radicalDisplayStyleVerticalGap = em(HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP)
    radicalRuleThickness = em(HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS)
    radicalExtraAscender = em(HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER)
    radicalKernBeforeDegree = em(HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE)
    radicalKernAfterDegree = em(HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE)
    radicalDegreeBottomRaisePercent = percent(
      HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT)
  }
}
