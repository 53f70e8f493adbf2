import BurinScene

/// How the colours of an SVG meet those of the page and of the reader.
public enum SVGColors: String, Hashable, Sendable, CaseIterable {
  /// The picture's own, everywhere.
  case fixed
  /// The picture's own, turned where the reader prefers dark pages, and the system's for text where
  /// the reader has colours forced.
  ///
  /// A picture on a dark ground is turned for readers who prefer light pages. Hues and contrasts
  /// stay (see ``RGBColor/turned(from:to:)``). It takes a `<style>` element; where a page's security
  /// policy forbids it, the picture keeps its own colours.
  case adaptive
  /// Greys and all text in the page's text colour, `currentColor`, and no ground: inline, a picture
  /// takes the colour of the text around it.
  ///
  /// Marks with a hue keep it, and what has the ground's colour, such as white numbers upon dark
  /// bars.
  case currentColor
}

/// The colours of one document.
struct SVGPalette {
  private let colors: SVGColors
  /// The ground of the picture; white for a transparent one.
  private let ground: RGBColor
  /// The grey that becomes the page's text colour.
  private let ink: RGBColor
  /// What is painted, by attribute.
  private var painted: Set<Use> = []
  /// The blend modes that are others on the other ground.
  private var blends: Set<BlendMode> = []

  private struct Use: Hashable {
    var attribute: String
    var color: RGBColor
  }

  /// As dark as the canvas of the dark theme.
  private static let darkGround = RGBColor(hex: 0x181818)
  /// The chroma in OKLab below which a colour counts as a grey: blackish text is often bluish.
  private static let greyChroma = 0.045
  /// The contrast with the ground below which a grey is the ground's own.
  private static let groundContrast = 1.03

  init(_ scene: Scene, _ colors: SVGColors) {
    self.colors = colors
    var ground = scene.background
    if ground.alpha == 0 { ground = .white }
    ground.alpha = 255
    self.ground = ground
    var ink = ground
    if colors == .currentColor {
      scene.items.walk { visit in
        if case .glyphs(let run) = visit.item, Self.isGrey(run.color), run.color.isOpaque,
          run.color.contrast(with: ground) > ink.contrast(with: ground)
        {
          ink = run.color
        }
        return .inward
      }
    }
    // Without text, black or white, whichever the ground is not.
    self.ink = ink == ground ? ground.readable() : ink
  }

  private static func isGrey(_ color: RGBColor) -> Bool {
    let lab = OKLab(color)
    return lab.a * lab.a + lab.b * lab.b < greyChroma * greyChroma
  }

  /// Whether the ground is darker than medium grey, so that the other form is the light one.
  private var isDark: Bool { ground.contrast(with: .white) > ground.contrast(with: .black) }

  /// The ground of the other form.
  private var otherGround: RGBColor { isDark ? .white : Self.darkGround }

  /// Returns a colour in the other form.
  func turned(_ color: RGBColor) -> RGBColor { color.turned(from: ground, to: otherGround) }

  /// Returns the value of an attribute of paint and its opacity.
  ///
  /// - Parameters:
  ///   - attribute: such as `fill`.
  ///   - color: the colour in the picture.
  ///   - isText: whether letters are painted.
  mutating func value(
    _ attribute: String, _ color: RGBColor, isText: Bool
  ) -> (paint: String, opacity: Double) {
    var opaque = color
    opaque.alpha = 255
    let opacity = Double(color.alpha) / 255
    switch colors {
    case .fixed: return ("\(opaque)", opacity)
    case .adaptive:
      painted.insert(Use(attribute: attribute, color: opaque))
      return ("\(opaque)", opacity)
    case .currentColor:
      let isGrey = Self.isGrey(opaque)
      guard isGrey || isText, opaque.contrast(with: ground) > Self.groundContrast else {
        return ("\(opaque)", opacity)
      }
      if !isGrey { return ("currentColor", opacity) }
      // The share of ink over the ground that makes the grey.
      let (grey, from, to) = (opaque.grey.red, ground.grey.red, ink.grey.red)
      let share = (Double(grey) - Double(from)) / (Double(to) - Double(from))
      return ("currentColor", opacity * min(max(share, 0), 1))
    }
  }

  /// Returns the attribute that gives a group a blend mode.
  mutating func style(of blend: BlendMode) -> String {
    if blend.turned != blend { blends.insert(blend) }
    return " style=\"mix-blend-mode:\(blend.cssName)\""
  }

  /// The rules for other colour schemes; empty without any.
  var style: String {
    guard colors == .adaptive else { return "" }
    let root = "#" + SVGIDs.id("svg")
    let (own, other) = (SVGIDs.id("own"), SVGIDs.id("other"))
    var rules = ""
    for use in painted.sorted(by: { ($0.attribute, "\($0.color)") < ($1.attribute, "\($1.color)") })
    {
      let attribute = use.attribute
      rules += "\(root) [\(attribute)=\"\(use.color)\"]{\(attribute):\(turned(use.color))}\n"
    }
    for blend in BlendMode.allCases where blends.contains(blend) {
      rules += "\(root) [style=\"mix-blend-mode:\(blend.cssName)\"]"
      rules += "{mix-blend-mode:\(blend.turned.cssName)!important}\n"
    }
    return """
      <style>
      @media (prefers-color-scheme:\(isDark ? "light" : "dark")){
      \(rules)\(root) .\(own){display:none}
      \(root) .\(other){display:inline}
      }
      @media (forced-colors:active){
      \(root){forced-color-adjust:none}
      \(root) .\(SVGIDs.id("ground")){fill:Canvas}
      \(root) .\(SVGIDs.id("text")){fill:CanvasText;stroke:Canvas;stroke-width:.15em;paint-order:stroke}
      }
      </style>

      """
  }
}
