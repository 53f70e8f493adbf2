// swift-tools-version: 6.1

import PackageDescription

let formulas = Target.Dependency.product(name: "BurinMath", package: "Burin")

let package = Package(
  name: "FormulaBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Burin", path: "../..")],
  targets: [.executableTarget(name: "Typeset", dependencies: [formulas])],
  swiftLanguageModes: [.v6]
)

// Only fuzz.py builds the program that libFuzzer drives, and links it with libFuzzer.
if Context.environment["BURIN_FUZZ"] != nil {
  package.targets.append(.executableTarget(name: "Fuzz", dependencies: [formulas]))
}
