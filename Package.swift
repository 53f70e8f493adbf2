// swift-tools-version: 6.1

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Whether a debug build optimizes all but most tests, which then take a fifth of the time.
let isOptimized = Context.environment["BURIN_OPTIMIZED"] != nil

/// The settings of every target but most tests.
///
/// SwiftPM refuses the flag in a package from elsewhere, which is why the variable must ask for it.
let settings = strict + (isOptimized ? [.unsafeFlags(["-O"])] : [])

/// A Swift module of the library; every target is built with the same strict settings.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
  resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, resources: resources,
    swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func system(_ name: String, pkgConfig: String, apt: [String], brew: [String]) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(apt), .brew(brew)])
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Burin",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Burin", targets: ["Burin"]),
    // Burin with all of Foundation, for files that were written for SwiftUI and Swift Charts.
    .library(name: "BurinFoundation", targets: ["BurinFoundation"]),
    // What a catalog of figures needs, with all of Burin.
    .library(name: "BurinFigures", targets: ["BurinFigures"]),
    .library(name: "BurinTesting", targets: ["BurinTesting"]),
    // Pictures as WebP, which needs libwebp.
    .library(name: "BurinWebP", targets: ["BurinWebP"]),
    // Comparing pictures of any origin, without what draws them.
    .library(name: "BurinGolden", targets: ["BurinGolden", "BurinRaster"]),
    // Formulas alone, set into scene items.
    .library(name: "BurinMath", targets: ["BurinMath", "BurinText", "BurinScene"]),
    .library(name: "InformationTheory", targets: ["InformationTheory"]),
    // The catalog, for programs that draw or measure it.
    .library(name: "Figures", targets: ["Figures"]),
    .executable(name: "figures", targets: ["FiguresCommand"]),
    .executable(name: "burin", targets: ["BurinCommand"]),
    .executable(name: "burin-draw", targets: ["BurinDrawCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    // Parameter files of the catalog's program; the libraries don't need it.
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // System libraries
    system("CCairo", pkgConfig: "cairo-ft", apt: ["libcairo2-dev"], brew: ["cairo"]),
    system("CPango", pkgConfig: "pangoft2", apt: ["libpango1.0-dev"], brew: ["pango"]),
    system("CHarfBuzz", pkgConfig: "harfbuzz-subset", apt: ["libharfbuzz-dev"], brew: ["harfbuzz"]),
    system("CLibPNG", pkgConfig: "libpng", apt: ["libpng-dev"], brew: ["libpng"]),
    system(
      "CLibDeflate", pkgConfig: "libdeflate", apt: ["libdeflate-dev"], brew: ["libdeflate"]),
    system("CLibWebP", pkgConfig: "libwebp", apt: ["libwebp-dev"], brew: ["webp"]),
    .target(
      name: "CPNG", dependencies: ["CLibPNG", "CLibDeflate"],
      cSettings: isOptimized ? [.unsafeFlags(["-O2"])] : nil),

    // The library, from numbers to pictures
    module("BurinGeometry"),
    module("BurinScales"),
    module("BurinScene", ["BurinGeometry"]),
    module("BurinText", ["BurinScene", "BurinGeometry", "CPango", "CHarfBuzz"]),
    module("BurinMath", ["BurinText", "BurinScene", "BurinGeometry", "CHarfBuzz"]),
    module("BurinInk", ["BurinScene", "BurinGeometry"]),
    module(
      "BurinCharts",
      ["BurinInk", "BurinScales", "BurinMath", "BurinText", "BurinScene", "BurinGeometry"]),
    module("BurinLint", ["BurinInk", "BurinScene", "BurinGeometry"]),
    module("BurinRaster", ["BurinScene", "CPNG"]),
    module(
      "BurinCairo",
      ["BurinScene", "BurinGeometry", "BurinRaster", "BurinText", "CCairo"]),
    module("BurinSVG", ["BurinScene", "BurinGeometry", "BurinRaster", "BurinText"]),
    module(
      "BurinGolden", ["BurinRaster", "BurinScene", "BurinGeometry"],
      // Built into the program, which then needs no other file.
      resources: [.embedInCode("Report/report.css"), .embedInCode("Report/report.js")]),
    module(
      "Burin",
      [
        "BurinCharts", "BurinCairo", "BurinSVG", "BurinLint", "BurinGolden", "BurinGeometry",
        "BurinScales", "BurinScene", "BurinText", "BurinMath", "BurinRaster",
      ]),
    module(
      "BurinWebP", ["Burin", "BurinCairo", "BurinRaster", "BurinScene", "BurinText", "CLibWebP"]),
    module(
      "BurinFoundation",
      ["Burin", "BurinCharts", "BurinGeometry", "BurinRaster", "BurinScales"]),
    // Figures of a catalog: parameters, facts, languages, claims
    module(
      "BurinFigures",
      ["Burin", "BurinCharts", "BurinLint", "BurinRaster", "BurinScales", "BurinScene"]),
    // Golden checks in a package's own tests
    module(
      "BurinTesting",
      ["BurinFigures", "Burin", "BurinCharts", "BurinGolden", "BurinRaster", "BurinScene"]),
    module("InformationTheory"),

    // What both programs share
    module("CommandSupport", [argumentParser]),

    // The catalog and its program
    .target(
      name: "Figures", dependencies: ["BurinFigures", "InformationTheory"], path: "Figures",
      exclude: ["Command"], swiftSettings: settings),
    .executableTarget(
      name: "FiguresCommand",
      dependencies: [
        "Figures", "BurinFigures", "BurinGolden", "BurinRaster", "BurinScene", "BurinText",
        "BurinWebP", "CommandSupport", argumentParser,
        .product(name: "Yams", package: "Yams"),
      ],
      path: "Figures/Command",
      // Built into the program, which then needs no other file.
      resources: [.embedInCode("Gallery/gallery.css"), .embedInCode("Gallery/gallery.js")],
      swiftSettings: settings),

    // The program for everyone else's pictures, and its part that draws
    .executableTarget(
      name: "BurinCommand",
      dependencies: ["BurinGolden", "BurinRaster", "BurinScene", "CommandSupport", argumentParser],
      swiftSettings: settings),
    .executableTarget(
      name: "BurinDrawCommand",
      dependencies: [
        "Burin", "BurinCharts", "BurinGolden", "BurinRaster", "BurinScene", "BurinText",
        "CommandSupport", argumentParser,
      ],
      swiftSettings: settings),

    // Tests
    module("TestSupport", ["BurinScene", "BurinGeometry"], path: "Tests/TestSupport"),
    tests("BurinGeometryTests", ["BurinGeometry"]),
    tests("BurinScalesTests", ["BurinScales"]),
    tests("BurinSceneTests", ["TestSupport", "BurinScene", "BurinGeometry"]),
    tests("BurinTextTests", ["BurinText", "BurinScene", "BurinGeometry"]),
    tests(
      "BurinMathTests", ["TestSupport", "BurinMath", "BurinText", "BurinScene", "BurinGeometry"],
      resources: [.copy("TeXReference"), .copy("Speech")]),
    tests(
      "BurinCairoTests",
      ["TestSupport", "BurinCairo", "BurinRaster", "BurinScene", "BurinText", "BurinGeometry"],
      // Their reference computes the coverage of every pixel.
      settings: settings),
    tests(
      "BurinSVGTests", ["TestSupport", "BurinSVG", "BurinScene", "BurinText", "BurinGeometry"]),
    tests(
      "BurinChartsTests",
      [
        "BurinCharts", "BurinInk", "BurinLint", "BurinMath", "BurinScales", "BurinScene",
        "BurinText", "BurinGeometry", "TestSupport",
      ]),
    // The examples of the guide to charts, and the page that shows them
    module("ChartsGuide", ["BurinFigures", "Burin"], path: "Tests/ChartsGuide"),
    .executableTarget(
      name: "Gallery", dependencies: ["ChartsGuide", "Burin", argumentParser],
      path: "Tests/Gallery", swiftSettings: settings),
    // What must hold for every mark, channel and scale; and charts made by chance
    module("RandomCharts", ["TestSupport", "Burin"], path: "Tests/RandomCharts"),
    .executableTarget(
      name: "RandomChartsCommand", dependencies: ["RandomCharts", argumentParser],
      path: "Tests/RandomChartsCommand", swiftSettings: settings),
    tests("ChartRelationTests", ["RandomCharts", "TestSupport", "Burin", "BurinText"]),
    tests("BurinInkTests", ["BurinInk", "BurinScene", "BurinGeometry", "TestSupport"]),
    tests("BurinLintTests", ["TestSupport", "BurinLint", "BurinScene", "BurinGeometry"]),
    tests(
      "BurinGoldenTests",
      ["TestSupport", "BurinGolden", "BurinRaster", "BurinScene", "BurinGeometry"]),
    tests(
      "GoldenCorpusTests",
      [
        "BurinGolden", "BurinCairo", "BurinText", "BurinRaster", "BurinScene", "BurinGeometry",
        "BurinFigures", "Burin", "BurinCharts", "Figures", "TestSupport",
      ]),
    tests("BurinRasterTests", ["TestSupport", "BurinRaster", "BurinScene", "CLibPNG"]),
    tests(
      "BurinTests",
      [
        "TestSupport", "ChartsGuide", "Burin", "BurinCairo", "BurinCharts", "BurinFigures",
        "BurinGeometry",
        "BurinRaster", "BurinScene", "BurinTesting",
      ]),
    tests("BurinFoundationTests", ["BurinFoundation", "TestSupport"]),
    tests(
      "BurinWebPTests",
      [
        "BurinWebP", "Burin", "BurinCairo", "BurinGeometry", "BurinRaster", "BurinScene",
        "CLibWebP",
      ]),
    tests("BurinFiguresTests", ["BurinFigures"]),
    tests(
      "BurinTestingTests",
      ["BurinTesting", "Burin", "BurinCharts", "BurinGolden", "BurinRaster", "BurinScene"]),
    tests("InformationTheoryTests", ["InformationTheory"]),
    tests(
      "FiguresTests", ["TestSupport", "Figures", "BurinFigures", "InformationTheory"],
      resources: [.copy("Reviewed")]),
    tests("FiguresCommandTests", ["TestSupport", "FiguresCommand"]),
    tests(
      "BurinCommandTests",
      [
        "BurinCommand", "BurinDrawCommand", "Burin", "BurinCharts", "BurinGolden", "BurinRaster",
        "BurinScene",
        "TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
