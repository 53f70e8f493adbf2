// swift-tools-version: 6.1

import PackageDescription

let package = Package(
  name: "LargeData",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Outside of this repository: .package(url: "https://…/Burin", branch: "main")
    .package(name: "Burin", path: "../..")
  ],
  targets: [
    .executableTarget(name: "LargeData", dependencies: [.product(name: "Burin", package: "Burin")])
  ],
  swiftLanguageModes: [.v6]
)
