import BurinGolden
import BurinRaster
import BurinScene
import BurinTesting
import XCTest

/// In a test of XCTest a failure is thrown.
final class XCTestTests: XCTestCase {
  func testAFailureIsThrown() throws {
    let package = try ScratchPackage()
    let bitmap = try XCTUnwrap(Bitmap(width: 9, height: 9))
    XCTAssertThrowsError(
      try GoldenSettings.$current.withValue(package.settings()) {
        try expectGolden(bitmap, named: "a", filePath: package.file)
      }
    ) { error in
      let failure = error as? GoldenFailure
      XCTAssertEqual(failure?.name, "a")
      XCTAssertTrue(
        failure?.description.hasSuffix(
          #"--filter '^BurinTestingTests\.[^/]+/testAFailureIsThrown$'"# + "\n") == true)
    }
  }

  func testAGoldenPasses() throws {
    let package = try ScratchPackage()
    let bitmap = try XCTUnwrap(Bitmap(width: 9, height: 9))
    for environment in [["BURIN_RECORD": "missing"], [:]] {
      try GoldenSettings.$current.withValue(package.settings(environment)) {
        try expectGolden(bitmap, named: "a", filePath: package.file)
      }
    }
  }
}
