// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "ChartServer",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Outside of this repository: .package(url: "https://…/Burin", from: "0.1.0")
    .package(name: "Burin", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
  ],
  targets: [
    // Settings of the C library that Swift's module of it leaves out.
    .target(name: "CMalloc"),
    .executableTarget(
      name: "ChartServer",
      dependencies: [
        "CMalloc",
        .product(name: "Burin", package: "Burin"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ]),
    .testTarget(
      name: "ChartServerTests",
      dependencies: [
        "ChartServer",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
