import BurinScales
import Testing

@Suite("Written numbers")
struct NumberFormatTests {
  // "%.2f" % v, "%.0f" % v and so on in Python 3, whose printf rounds exactly, ties to even.
  @Test(
    "Fixed decimals round the exact binary value",
    arguments: [
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (0.5, 0, "0"),
      (1.005, 2, "1.00"), (2.675, 2, "2.67"), (0.95096, 3, "0.951"), (9.996, 2, "10.00"),
      (999.5, 0, "1000"), (denormal, 3, "0.000"), (0.1, 20, "0.10000000000000000555"),
      (1e22, 0, "10000000000000000000000"), (1e23, 0, "99999999999999991611392"),
      (123_456.789, 1, "123456.8"), (0, 2, "0.00"), (0.05, 1, "0.1"), (0.25, 1, "0.2"),
      (4_503_599_627_370_497.5, 0, "4503599627370498"),
    ])
  func fixed(value: Double, decimals: Int, expected: String) {
    #expect(NumberFormat.fixed(decimals).string(value) == expected)
  }

  @Test("Negative numbers have a true minus sign, zero has none")
  func signs() {
    #expect(NumberFormat.fixed(1).string(-2.25) == "\u{2212}2.2")
    #expect(NumberFormat(.fixed(1), minus: .hyphen).string(-2.25) == "-2.2")
    #expect(NumberFormat.fixed(2).string(-0.001) == "0.00")
    #expect(NumberFormat.fixed(2).string(-0.0) == "0.00")
    #expect(NumberFormat.percent(0).string(-0.001) == "0%")
    #expect(NumberFormat(.fixed(1), showsPlus: true).string(1) == "+1.0")
    #expect(NumberFormat(.fixed(1), showsPlus: true).string(0.01) == "0.0")
  }

  @Test("What is no number is written so")
  func special() {
    #expect(NumberFormat.fixed(2).string(.nan) == "NaN")
    #expect(NumberFormat.percent(2).string(.infinity) == "∞")
    #expect(NumberFormat.scientific(2).label(-.infinity).tex == "-\\infty")
    #expect(NumberFormat.shortest.string(-.infinity) == "\u{2212}∞")
  }

  @Test("Percent shifts the point before it rounds")
  func percent() {
    #expect(NumberFormat.percent(1).string(0.256) == "25.6%")
    #expect(NumberFormat.percent(0).string(0.005) == "1%")
    #expect(NumberFormat.percent(4).string(1e-6) == "0.0001%")
    #expect(NumberFormat.percent(0).label(1).tex == "100\\%")
    #expect(NumberFormat.percent(0).string(7e20) == "70000000000000000000000%")
  }

  // "%.3g"-like values; "%.2e" % v in Python 3.
  @Test("Significant digits and powers of ten")
  func significant() {
    #expect(NumberFormat.significant(3).string(0.95) == "0.950")
    #expect(NumberFormat.significant(3).string(123_456) == "123000")
    #expect(NumberFormat.significant(2).string(9.96) == "10")
    #expect(NumberFormat.significant(3).string(0) == "0.00")
    #expect(NumberFormat.significant(2).string(1.25e-9) == "1.3×10⁻⁹")
    #expect(NumberFormat.scientific(1).string(1.5e-6) == "1.5×10⁻⁶")
    #expect(NumberFormat.scientific(0).string(9.7e5) == "1×10⁶")
    #expect(NumberFormat.scientific(2).string(leastDouble) == "4.94×10⁻³²⁴")
    #expect(NumberFormat.scientific(2).string(-1.797e308) == "\u{2212}1.80×10³⁰⁸")
    #expect(NumberFormat.scientific(1).label(-1.5e-6).tex == "-1.5\\times 10^{-6}")
    #expect(NumberFormat(.power(base: 10)).label(1e-6) == TickLabel(text: "10⁻⁶", tex: "10^{-6}"))
    #expect(NumberFormat(.power(base: 2)).label(0.125).tex == "2^{-3}")
    #expect(NumberFormat(.power(base: 10)).string(5) == "5")
    #expect(NumberFormat(.power(base: 10)).string(0) == "0")
    #expect(NumberFormat(.power(base: 10)).string(leastDouble) == "5×10⁻³²⁴")
    #expect(NumberFormat(.power(base: 1)).string(3) == "3")
    // The next power of ten is no finite number.
    #expect(NumberFormat(.power(base: 10)).string(-1.7e308) == "−1.7×10³⁰⁸")
    #expect(NumberFormat(.power(base: 2)).string(.greatestFiniteMagnitude).hasPrefix("1.7976"))
    #expect(NumberFormat(.power(base: 7)).label(.greatestFiniteMagnitude / 2).text.contains("×"))
  }

  @Test("The shortest form gives back the same number")
  func shortest() {
    for (value, text) in [
      (0.1, "0.1"), (1, "1"), (1200, "1200"), (0.000_001, "0.000001"), (1e15, "1×10¹⁵"),
      (1.0 / 3, "0.3333333333333333"), (1e23, "1×10²³"), (2.5e-7, "2.5×10⁻⁷"), (0, "0"),
      (123_456_789_012, "123456789012"),
    ] {
      #expect(NumberFormat.shortest.string(value) == text)
    }
  }

  @Test("Thousands are grouped on request")
  func grouping() {
    #expect(NumberFormat(.fixed(0), grouping: .comma).string(1_234_567) == "1,234,567")
    #expect(NumberFormat(.fixed(1), grouping: .comma).string(-1234.5) == "\u{2212}1,234.5")
    #expect(NumberFormat(.fixed(0), grouping: .thinSpace).string(1234) == "1234")
    #expect(NumberFormat(.fixed(0), grouping: .thinSpace).string(12_345) == "12\u{2009}345")
    #expect(NumberFormat(.fixed(0), grouping: .comma).label(12_345).tex == "12{,}345")
    #expect(NumberFormat(.fixed(0), grouping: .comma).string(123) == "123")
  }

  @Test("All ticks of an axis share their decimals")
  func automatic() {
    func labels(_ ticks: [Double]) -> [String] {
      ticks.map(NumberFormat.automatic(for: ticks).string)
    }
    #expect(labels([0, 0.5, 1]) == ["0.0", "0.5", "1.0"])
    #expect(labels([0, 0.25, 0.5]) == ["0.00", "0.25", "0.50"])
    #expect(labels([-20, 0, 20]) == ["\u{2212}20", "0", "20"])
    #expect(labels([1e9, 1.5e9]) == ["1.0×10⁹", "1.5×10⁹"])
    #expect(labels([0, 2e-9]) == ["0", "2×10⁻⁹"])
    #expect(labels([100, 100.000_01]) == ["100.00000", "100.00001"])
    #expect(labels([0]) == ["0"])
    #expect(labels([]).isEmpty)
    #expect(labels([.nan]) == ["NaN"])
    #expect(labels([leastDouble, 1e308]).count == 2)
  }

  @Test("Decimals are added until neighbouring ticks differ")
  func separating() {
    func labels(_ format: NumberFormat, _ ticks: [Double]) -> [String] {
      ticks.map(format.separating(ticks).string)
    }
    #expect(labels(.percent(), [0.001, 0.002, 0.003]) == ["0.1%", "0.2%", "0.3%"])
    #expect(labels(.percent(), [0, 0.5, 1]) == ["0%", "50%", "100%"])
    #expect(labels(.fixed(0), [1, 1, 1.6]) == ["1", "1", "2"])
    #expect(labels(.fixed(0), [1, 1.25, 1.5]) == ["1.0", "1.2", "1.5"])
    #expect(labels(.compact(1), [1000, 1200, 1400]) == ["1k", "1.2k", "1.4k"])
    #expect(labels(.currency("$", decimals: 0), [0.25, 0.5]) == ["$0.2", "$0.5"])
    #expect(labels(.scientific(0), [1e9, 1.1e9]) == ["1.0×10⁹", "1.1×10⁹"])
    #expect(NumberFormat.fixed(0).separating([1, 1.0.nextUp]) == .fixed(0))
    #expect(NumberFormat.fixed(2).separating([.nan, .nan, .infinity]) == .fixed(2))
    #expect(NumberFormat.fixed(0).separating([0, 1e-15]) == .fixed(15))
    #expect(NumberFormat.shortest.separating([1, 2]) == .shortest)
  }

  @Test("Large numbers are shortened by a letter")
  func compact() {
    for (value, text) in [
      (1200, "1.2k"), (3_400_000, "3.4M"), (999, "999"), (999_999, "1M"), (1e9, "1B"),
      (2.5e12, "2.5T"), (1e15, "1000T"), (1e18, "1×10¹⁸"), (0, "0"), (0.25, "0.25"),
      (-1500, "\u{2212}1.5k"), (1e-9, "1×10⁻⁹"), (1_234_567, "1.23M"), (.nan, "NaN"),
    ] {
      #expect(NumberFormat.compact().string(value) == text)
    }
    #expect(NumberFormat.compact().withPlusSign().string(1200) == "+1.2k")
    #expect(NumberFormat.compact().label(1200).tex == "1.2\\text{k}")
  }

  @Test("Amounts of money have their symbol on either side")
  func currency() {
    #expect(NumberFormat.currency("$").string(-1234.5) == "\u{2212}$1,234.50")
    #expect(NumberFormat.currency("$").label(5).tex == "\\$5.00")
    let euro = NumberFormat.currency("€", decimals: 0, placement: .after).grouped(by: .thinSpace)
    #expect(euro.string(12_345) == "12\u{2009}345\u{2009}€")
    #expect(euro.withPlusSign().string(5) == "+5\u{2009}€")
    #expect(NumberFormat.currency("CHF ").string(0) == "CHF 0.00")
    #expect(NumberFormat.fixed(0).grouped().string(1e6) == "1,000,000")
  }

  @Test("The zero beside powers is plain")
  func zeroBesidePowers() {
    let ticks = [0, 5e8, 1e9, 1.5e9]
    let labels = ticks.map(NumberFormat.automatic(for: ticks).label)
    #expect(labels.map(\.text) == ["0", "5.0×10⁸", "1.0×10⁹", "1.5×10⁹"])
    // Amounts of money are read in groups of three.
    #expect(
      NumberFormat.automatic(for: [0, 1e8], grouping: .comma).string(1e8) == "100,000,000")
  }

  @Test("No number traps in any format")
  func everyFormat() {
    let formats: [NumberFormat] = [
      .fixed(3), .significant(3), .percent(2), .scientific(2), .shortest, .compact(), .compact(0),
      .currency("$"), .currency("x", decimals: Int.max, placement: .after),
      NumberFormat(.power(base: 10)), .compact(Int.min), .fixed(1).grouped().withPlusSign(),
    ]
    for format in formats {
      for value in Relations.hard {
        #expect(!format.string(value).isEmpty && !format.label(value).tex.isEmpty)
      }
      _ = format.separating(Relations.hard)
    }
    for a in Relations.hard {
      for b in Relations.hard where a != b && a.isFinite && b.isFinite {
        let format = NumberFormat.automatic(for: [a, b])
        #expect(format.string(a) != format.string(b), "\(a) \(b)")
      }
    }
  }

  @Test(
    "Odd numbers of digits are cut to what is possible", arguments: [-5, Int.max, Int.min, 400])
  func digits(count: Int) {
    for value in [0, leastDouble, 1.5, -1e308] {
      #expect(!NumberFormat.fixed(count).string(value).isEmpty)
      #expect(!NumberFormat.significant(count).string(value).isEmpty)
      #expect(!NumberFormat.scientific(count).string(value).isEmpty)
      #expect(!NumberFormat.percent(count).string(value).isEmpty)
    }
  }
}
