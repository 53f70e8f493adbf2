// swift-tools-version: 6.1

import PackageDescription

// A package of its own that guards one of its charts with a golden; in yours, name Burin by its URL.
let package = Package(
  name: "GuardChart",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Burin", path: "../..")],
  targets: [
    .target(name: "SalesChart", dependencies: [.product(name: "Burin", package: "Burin")]),
    .testTarget(
      name: "SalesChartTests",
      dependencies: ["SalesChart", .product(name: "BurinTesting", package: "Burin")]),
  ]
)
