// swift-tools-version: 6.1

import PackageDescription

let package = Package(
  name: "ScaleBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Burin", path: "../..")],
  targets: [
    .executableTarget(
      name: "Scale",
      dependencies: [
        .product(name: "Burin", package: "Burin"), .product(name: "BurinGolden", package: "Burin"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
