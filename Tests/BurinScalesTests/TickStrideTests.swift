import BurinScales
import Testing

@Suite("Ticks at multiples of a step")
struct TickStrideTests {
  @Test("Every number is the nearest to its decimals")
  func exact() throws {
    #expect(try TickStride.values(by: 0.1, from: 0, through: 0.5) == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
    #expect(
      try TickStride.values(by: 0.25, from: -0.5, through: 0.6) == [-0.5, -0.25, 0, 0.25, 0.5])
    #expect(try TickStride.values(by: 3, from: 1, through: 9.9) == [1, 4, 7])
    #expect(try TickStride.values(by: 1e-9, from: 0, through: 3e-9) == [0, 1e-9, 2e-9, 3e-9])
    #expect(try TickStride.values(by: 1e300, from: 0, through: 2e300) == [0, 1e300, 2e300])
    let many = try TickStride.values(by: 0.001, from: 0, through: 9.999)
    #expect(many.count == 10_000)
    #expect(many.last == 9.999)
    #expect(try TickStride.values(by: 1, from: 2, through: 1).isEmpty)
    let third = 1.0 / 3
    #expect(try TickStride.values(by: third, from: 0, through: 1) == [0, third, 2 * third, 1])
  }

  @Test("Hard numbers neither trap nor hang")
  func hard() {
    for step in Relations.hard {
      for start in Relations.hard {
        for end in Relations.hard {
          do throws(ScaleError) {
            let values = try TickStride.values(by: step, from: start, through: end)
            #expect(values.count <= TickStride.limit && values.allSatisfy { $0.isFinite })
          } catch {
            #expect(!error.description.contains("\n"))
          }
        }
      }
    }
  }

  @Test("Impossible steps are errors of one line")
  func errors() {
    func failure(_ step: Double, _ start: Double = 0, _ end: Double = 1) -> String? {
      do throws(ScaleError) {
        _ = try TickStride.values(by: step, from: start, through: end)
        return nil
      } catch { return error.description }
    }
    #expect(failure(0) == "tick step 0.0 is not usable: use a finite number above 0")
    #expect(failure(.nan) == "tick step nan is not usable: use a finite number above 0")
    #expect(failure(-1) != nil && failure(.infinity) != nil)
    #expect(failure(1, .nan, 2) != nil && failure(1, 0, .infinity) != nil)
    #expect(
      failure(0.001, 0, 1e6)
        == "1000000000 ticks are too many: use a step that makes at most 10000")
    #expect(failure(leastDouble, 0, 1e308) != nil)
  }
}
