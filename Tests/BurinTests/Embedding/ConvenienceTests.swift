import Burin
import Foundation
import Synchronization
import Testing

@Suite("Conveniences for programs")
struct ConvenienceTests {
  private static func chart(_ value: Double) -> Chart {
    Chart { BarMark(x: .value("x", "a"), y: .value("y", value)) }
  }

  @Test("Formats know their media type and the end of a file's name")
  func formats() {
    #expect(
      OutputFormat.all().map { [$0.mediaType, $0.fileExtension] } == [
        ["image/png", "png"], ["image/svg+xml", "svg"], ["application/pdf", "pdf"],
      ])
  }

  @Test("A digest tells content, format and options apart, and nothing else")
  func digest() throws {
    func scene(_ value: Double, alt: String = "") throws -> Scene {
      try Self.chart(value).render(.svg, RenderOptions(width: 300, height: 200, altText: alt)).scene
    }
    let one = try scene(1)
    #expect(try one.digest(as: .png) == scene(1).digest(as: .png))
    var all: Set<ContentDigest> = [one.digest(as: .png), one.digest(as: .png(scale: 1))]
    all.insert(one.digest(as: .png(compression: .fast)))
    all.insert(one.digest(as: .svg))
    all.insert(one.digest(as: .svg(idPrefix: "a")))
    all.insert(one.digest(as: .pdf))
    all.insert(try scene(2).digest(as: .pdf))
    all.insert(try scene(1, alt: "one").digest(as: .pdf))
    #expect(all.count == 8)
    let tag = one.digest(as: .png).entityTag
    #expect(tag.count == 34 && tag.first == "\"" && tag.last == "\"")
    // Known values, so that the digest is the same in other processes.
    #expect(ContentDigest([]).description.count == 32)
    #expect(ContentDigest(["a", "b"]) != ContentDigest(["ab"]))
  }

  @Test("Bytes go into a caller's buffer or out in pieces")
  func pieces() throws {
    let chart = Self.chart(3)
    let whole = try chart.render(.png).bytes
    var buffer: [UInt8] = [1, 2]
    try chart.append(to: &buffer, as: .png)
    #expect(buffer == [1, 2] + whole)
    var data = Data()
    try chart.append(to: &data, as: .png)
    #expect(Array(data) == whole)
    var (pieces, sizes): ([UInt8], [Int]) = ([], [])
    try chart.write(as: .png, pieceSize: 1_000) { piece in
      pieces += piece
      sizes.append(piece.count)
    }
    #expect(pieces == whole)
    #expect(sizes.dropLast().allSatisfy { $0 == 1_000 })
    struct Closed: Error {}
    do throws(BurinError) {
      try chart.write(as: .png) { _ in throw Closed() }
      Issue.record("the sink's error is lost")
    } catch {
      #expect(error.category == .other && error.underlying is Closed)
    }
  }

  private struct BadInput: Error {}

  @Test("A batch is in order, bounded, and goes on after a failure")
  func batch() async throws {
    let working = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    let batch = RenderBatch(
      Array(0..<20), as: .svg(idPrefix: "p"), RenderOptions(width: 300, height: 200), inFlight: 3
    ) { value in
      let now = working.wrappingAdd(1, ordering: .relaxed).newValue
      most.max(now, ordering: .relaxed)
      defer { working.subtract(1, ordering: .relaxed) }
      if value == 5 { throw BadInput() }
      return Self.chart(value == 7 ? .infinity : Double(value)).chartYScale(domain: 0...30)
    }
    var count = 0
    for await (input, result) in batch {
      #expect(input == count)
      if count == 5 {
        guard case .failure(let error) = result else {
          Issue.record("a bad input was drawn")
          return
        }
        #expect(error.underlying is BadInput)
      } else {
        let alone = try Self.chart(count == 7 ? .infinity : Double(count)).chartYScale(
          domain: 0...30
        )
        .render(.svg(idPrefix: "p"), RenderOptions(width: 300, height: 200))
        #expect(try result.get().bytes == alone.bytes)
      }
      count += 1
    }
    #expect(count == 20)
    #expect(most.load(ordering: .relaxed) <= 3)
  }

  @Test("Leaving a batch takes no further inputs and cancels those in work")
  func leaving() async throws {
    let begun = Atomic<Int>(0)
    let batch = RenderBatch(Array(0..<1_000), as: .png, inFlight: 2) { value in
      begun.wrappingAdd(1, ordering: .relaxed)
      return Self.chart(Double(value))
    }
    for await _ in batch { break }
    #expect(begun.load(ordering: .relaxed) <= 3)
  }
}
