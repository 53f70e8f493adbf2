// swift-tools-version: 6.1

import PackageDescription

let package = Package(
  name: "PlacementBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Burin", path: "../..")],
  targets: [
    .executableTarget(
      name: "Place",
      dependencies: [
        .product(name: "Burin", package: "Burin"), .product(name: "Figures", package: "Burin"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
