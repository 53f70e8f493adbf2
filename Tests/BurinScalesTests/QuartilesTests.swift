import BurinScales
import Testing

@Suite("Quartiles")
struct QuartilesTests {
  /// The values of R 4's `quantile(x, type = 7)`.
  @Test("Quartiles are those of R's type 7")
  func type7() {
    let odd = Quartiles(of: [5, 1, 4, 2, 3])
    #expect([odd.lower, odd.median, odd.upper] == [2, 3, 4])
    let even = Quartiles(of: [1, 2, 3, 4])
    #expect([even.lower, even.median, even.upper] == [1.75, 2.5, 3.25])
    let ten = Quartiles(of: (1...10).map(Double.init))
    #expect([ten.lower, ten.median, ten.upper] == [3.25, 5.5, 7.75])
    #expect(Quartiles(of: [7]).whiskers == 7...7)
    #expect(Quartiles(of: [.nan, 7, .infinity]).median == 7)
  }

  @Test("Whiskers end at numbers within 1.5 times the box, and what lies beyond is told")
  func whiskers() {
    let quartiles = Quartiles(of: [1, 2, 3, 4, 100, -50])
    #expect(quartiles.outliers == [-50, 100])
    #expect(quartiles.whiskers == 1...4)
    let none = Quartiles(of: [])
    #expect(none.whiskers == nil && none.median.isNaN && none.outliers.isEmpty)
    // A whisker never begins within the box.
    let tight = Quartiles(of: [0, 10, 10, 10, 100])
    #expect(tight.whiskers == 10...10)
    #expect(tight.outliers == [0, 100])
  }

  @Test("Hard numbers neither trap nor hang")
  func hard() {
    for a in Relations.hard {
      for b in Relations.hard {
        let quartiles = Quartiles(of: [a, b, 1])
        if let whiskers = quartiles.whiskers {
          #expect(whiskers.lowerBound <= whiskers.upperBound)
        }
      }
    }
  }
}
