// swift-tools-version: 6.1

import PackageDescription

// One chart for an app and a server: Swift Charts draws it on Apple's systems, Burin elsewhere.
let package = Package(
  name: "SharedChart",
  platforms: [.macOS(.v15), .iOS(.v18)],
  products: [.library(name: "VisitsChart", targets: ["VisitsChart"])],
  dependencies: [
    // Outside of this repository: .package(url: "https://…/Burin", branch: "main")
    .package(name: "Burin", path: "../..")
  ],
  targets: [
    .target(
      name: "VisitsChart",
      dependencies: [
        .product(name: "Burin", package: "Burin", condition: .when(platforms: [.linux]))
      ]),
    .executableTarget(name: "DrawVisits", dependencies: ["VisitsChart"]),
    .testTarget(name: "VisitsChartTests", dependencies: ["VisitsChart"]),
  ],
  swiftLanguageModes: [.v6]
)
