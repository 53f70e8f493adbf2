// swift-tools-version: 6.1

import PackageDescription

let package = Package(
  name: "CustomMark",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Outside of this repository: .package(url: "https://…/Burin", branch: "main")
    .package(name: "Burin", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "CustomMark", dependencies: [.product(name: "BurinFigures", package: "Burin")])
  ],
  swiftLanguageModes: [.v6]
)
