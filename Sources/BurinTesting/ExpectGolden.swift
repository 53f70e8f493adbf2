public import Burin
public import BurinCharts
public import BurinFigures
public import BurinGolden
public import BurinRaster
public import BurinScene

/// Expects a chart, or any other content, to match its golden.
///
/// ```swift
/// @Test func sales() throws {
///   try expectGolden(salesChart, named: "sales")
/// }
/// ```
///
/// The golden is `golden/sales.png` in the package's root, with the scene's text beside it. It is
/// recorded if `BURIN_RECORD` requests it, and never if `CI` is set:
///
///     BURIN_RECORD=missing swift test
///
/// In a Swift Testing test a failure is recorded as an issue, with the pictures attached; in an
/// XCTest test it is thrown.
///
/// - Parameters:
///   - content: the content.
///   - name: the golden's name.
///   - options: the size of the picture, its theme and its language.
///   - scale: the pixels per point.
///   - fileID: the module and file of the test, which the compiler fills in.
///   - filePath: the path of its file.
///   - line: its line.
///   - column: its column.
///   - function: the test's function.
/// - Throws: the errors of layout and rendering, ``GoldenError`` for goldens that cannot be read,
///   and ``GoldenFailure`` outside Swift Testing.
public func expectGolden(
  _ content: some FigureContent, named name: String, _ options: RenderOptions = RenderOptions(),
  scale: Double = 2, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
  column: Int = #column, function: String = #function
) throws {
  let scene = try content.scene(
    width: options.width, height: options.height, title: options.title, altText: options.altText,
    theme: options.theme, language: options.language
  ).scene
  try expectGolden(
    scene.rendition(scale: scale), named: name, rule: nil,
    TestPlace(fileID, filePath, line, column, function))
}

/// Expects a figure of a catalog, at the defaults of its parameters, to match its golden.
///
/// The golden is named after the figure and the language: `sales.zh`.
public func expectGolden(
  _ figure: FigureEntry, language: Language, scale: Double = 2, fileID: String = #fileID,
  filePath: String = #filePath, line: Int = #line, column: Int = #column,
  function: String = #function
) throws {
  try expectGolden(
    figure.render(language: language).scene.rendition(scale: scale),
    named: "\(figure.id).\(language.code)", rule: nil,
    TestPlace(fileID, filePath, line, column, function))
}

/// Expects a scene to match its golden.
public func expectGolden(
  _ scene: Scene, named name: String, scale: Double = 2, fileID: String = #fileID,
  filePath: String = #filePath, line: Int = #line, column: Int = #column,
  function: String = #function
) throws {
  try expectGolden(
    scene.rendition(scale: scale), named: name, rule: nil,
    TestPlace(fileID, filePath, line, column, function))
}

/// Expects pixels of any origin to match their golden, exactly or within a tolerance.
///
/// ```swift
/// try expectGolden(bitmap, named: "map", tolerance: .channel(3))
/// ```
///
/// - Parameters:
///   - bitmap: the pixels.
///   - name: the golden's name.
///   - tolerance: the tolerance of the pixels; a warning reports what it hides,
///     and one that isn't needed.
///   - fileID: the module and file of the test, which the compiler fills in.
///   - filePath: the path of its file.
///   - line: its line.
///   - column: its column.
///   - function: the test's function.
public func expectGolden(
  _ bitmap: Bitmap, named name: String, tolerance: PixelRule = .exact,
  fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column,
  function: String = #function
) throws {
  try expectGolden(
    Rendition(bitmap), named: name, rule: tolerance,
    TestPlace(fileID, filePath, line, column, function))
}

/// Expects the picture in a PNG file's bytes to match its golden.
///
/// The file is recorded as it is. Samples of 16 bits, the colour of translucent pixels, the frames
/// of an animation, and the colour space, the orientation and the density are compared too; how the
/// file is packed, and its texts, don't count.
///
/// - Parameters:
///   - bytes: the file.
///   - name: the golden's name.
///   - tolerance: the tolerance of the pixels; a warning reports what it hides, and one that isn't
///     needed.
///   - ignoresMetadata: whether the colour space, the orientation, the density and the like may
///     differ.
///   - fileID: the module and file of the test, which the compiler fills in.
///   - filePath: the path of its file.
///   - line: its line.
///   - column: its column.
///   - function: the test's function.
public func expectGolden(
  png bytes: [UInt8], named name: String, tolerance: PixelRule = .exact,
  ignoresMetadata: Bool = false, fileID: String = #fileID, filePath: String = #filePath,
  line: Int = #line, column: Int = #column, function: String = #function
) throws {
  try expectGolden(
    Rendition(png: bytes), named: name, rule: tolerance, ignoresMetadata: ignoresMetadata,
    TestPlace(fileID, filePath, line, column, function))
}

/// Expects the folder of goldens to contain nothing but the checked ones.
///
/// - Parameters:
///   - names: the names of all goldens that the tests check.
///   - fileID: the module and file of the test, which the compiler fills in.
///   - filePath: the path of its file.
///   - line: its line.
///   - column: its column.
///   - function: the test's function.
public func expectNoStrayGoldens(
  besides names: Set<String>, fileID: String = #fileID, filePath: String = #filePath,
  line: Int = #line, column: Int = #column, function: String = #function
) throws {
  let place = TestPlace(fileID, filePath, line, column, function)
  let store = GoldenStore(folder: GoldenSettings.current.folder(for: filePath))
  let strays = try store.strays(known: names)
  guard !strays.isEmpty else { return }
  try place.report(
    StrayGoldens(
      description: "in \(store.folder):\n  "
        + strays.map(\.description).joined(separator: "\n  ")))
}

/// Goldens that no test checks, or that are incomplete.
public struct StrayGoldens: Error, CustomStringConvertible {
  /// One line for each golden.
  public let description: String
}

private func expectGolden(
  _ actual: Rendition, named name: String, rule: PixelRule?, ignoresMetadata: Bool = false,
  _ place: TestPlace
) throws {
  var expectation = GoldenExpectation(
    name: name, actual: actual, rule: rule, settings: .current, file: place.filePath,
    filter: place.filter, test: place.test, place: place.place)
  expectation.ignoresMetadata = ignoresMetadata
  switch try expectation.outcome() {
  case .passed(nil): break
  case .passed(let note?): place.warn(note)
  case .recorded: print("recorded golden \(expectation.store.picturePath(name))")
  case .failed(let failure):
    place.attach(failure)
    try place.report(failure)
  }
}
