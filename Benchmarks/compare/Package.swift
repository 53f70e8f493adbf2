// swift-tools-version: 6.1

import PackageDescription

let package = Package(
  name: "CompareBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Burin", path: "../..")],
  targets: [
    .executableTarget(
      name: "InProcess", dependencies: [.product(name: "BurinGolden", package: "Burin")]),
    .executableTarget(
      name: "Readers", dependencies: [.product(name: "BurinGolden", package: "Burin")]),
  ],
  swiftLanguageModes: [.v6]
)
