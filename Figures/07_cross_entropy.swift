import BurinFigures
import InformationTheory

/// The cost of a wrong code book (section 5.1): English letters sent in a code built for pinyin.
struct CrossEntropy: Figure {
  static let id = "07_cross_entropy"

  @Parameter(count: 26...26) var P = LetterFrequencies.english
  @Parameter(count: 26...26) var Q = LetterFrequencies.pinyin

  struct Numbers: Sendable {
    /// The letters, the most frequent first.
    var letters: [Letter]
    var entropy: Information
    var crossEntropy: Information
    var divergence: Information
    /// The mean length of the code built for P, and of the one built for Q, when P is sent.
    var matched: Information
    var mismatched: Information

    var waste: Information { mismatched - matched }
    /// The letter that contributes most to the waste, if any.
    var worst: Letter? {
      letters.max { $0.waste < $1.waste }.flatMap { $0.waste.bits > 0 ? $0 : nil }
    }
  }

  /// A letter as a column: as wide as it is frequent, as high as its code is long.
  struct Letter: Sendable {
    var name: String
    var start: Double
    var frequency: Double
    var matched: Int
    var mismatched: Int

    var end: Double { min(1, start + frequency) }
    var middle: Double { (start + end) / 2 }
    var difference: Int { mismatched - matched }
    /// The letter's contribution to the mean length caused by the wrong code.
    var waste: Information { .bits(frequency * Double(difference)) }
  }

  func compute() throws -> Numbers {
    let (P, Q) = (try distribution("P", P), try distribution("Q", Q))
    let (own, foreign) = (HuffmanCode(for: P), HuffmanCode(for: Q))
    var start = 0.0
    let order = P.probabilities.indices.sorted { (-P[$0], $0) < (-P[$1], $1) }
    let letters = order.map { index in
      let letter = Letter(
        name: LetterFrequencies.letters[index].uppercased(), start: start, frequency: P[index],
        matched: own.lengths[index], mismatched: foreign.lengths[index])
      start = letter.end
      return letter
    }
    return Numbers(
      letters: letters, entropy: P.entropy(), crossEntropy: try P.crossEntropy(relativeTo: Q),
      divergence: try P.divergence(from: Q), matched: try own.averageLength(under: P),
      mismatched: try foreign.averageLength(under: P))
  }

  /// Returns a distribution from frequencies in any unit, which need not sum to 1.
  private func distribution(_ name: String, _ counts: [Double]) throws -> Distribution {
    do {
      return try Distribution(counts: counts)
    } catch {
      throw ParameterError(name, "\(error)")
    }
  }

  func facts(_ n: Numbers) -> Facts {
    [
      Fact("entropy.P", n.entropy), Fact("cross_entropy", n.crossEntropy),
      Fact("kl.forward", n.divergence), Fact("huffman.matched", n.matched),
      Fact("huffman.mismatched", n.mismatched), Fact("huffman.waste", n.waste),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text {
    let more = (n.waste / n.matched).share
    return say(
      "拿拼音的编码本发英文，电报要长出 \(more)",
      en: "English sent in a code built for pinyin takes \(more) more bits"
    )
  }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    say(
      "每列一个字母：宽是英文里的频率 $P$，高是代码长度；",
      en: "One column per letter: as wide as it is frequent, as high as its code is long; ")
      + say("多花", en: "extra").bold().foregroundStyle(.waste)
      + say("减去", en: " less ")
      + say("省下", en: "saved").bold().foregroundStyle(.entropy)
      + say("的面积就是浪费", en: " area is the waste")
  }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    func text(_ name: String) -> String { (try? facts[name].text) ?? "" }
    let worst = n.worst.map {
      say(
        "浪费最多的是 \($0.name)：\($0.matched) bits 变成 \($0.mismatched) bits。",
        en: "\($0.name) wastes most: \($0.matched) bits become \($0.mismatched). ")
    }
    return say(
      "26 个字母按英文频率从高到低排成列，列宽是频率，列高是 Huffman 代码长度，英文编码本与拼音编码本对照。\(worst ?? "")用英文编码本平均每个字母 \(text("huffman.matched"))，用拼音编码本 \(text("huffman.mismatched"))，白费 \(text("huffman.waste"))。理论下限：H(P) = \(text("entropy.P"))，H(P,Q) = \(text("cross_entropy"))，相差 D_KL = \(text("kl.forward"))。",
      en:
        "Columns for the 26 letters, the most frequent in English first, as wide as the letter is frequent and as high as its Huffman code is long, in the code for English and in the code for pinyin. \(worst ?? "")A letter takes \(text("huffman.matched")) on average in the code for English, \(text("huffman.mismatched")) in the code for pinyin: a waste of \(text("huffman.waste")). The limits of any code: H(P) = \(text("entropy.P")), H(P,Q) = \(text("cross_entropy")), apart by D_KL = \(text("kl.forward"))."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    columns(n, say).frame(height: 300)
    try ledger(facts(n), say)
  }

  /// Returns the chart of both codes' lengths over the frequencies, with the difference shaded.
  private func columns(_ n: Numbers, _ say: Language) -> Chart {
    let shown = n.letters.filter { $0.frequency > 0 }
    let longest = shown.map { max($0.matched, $0.mismatched) }.max() ?? 1
    let (named, rare) = (
      shown.filter { $0.frequency > 0.014 }, shown.filter { $0.frequency <= 0.014 }
    )
    let means = [n.matched.bits, n.mismatched.bits]
    return Chart {
      for letter in shown {
        let (low, high) = (
          min(letter.matched, letter.mismatched), max(letter.matched, letter.mismatched)
        )
        column(letter, from: 0, to: low).foregroundStyle(.entropy.tint(0.85))
        // Without caps, a sliver needs a stronger colour.
        let tint = Self.isSliver(letter) ? 0.4 : 0.5
        column(letter, from: low, to: high)
          .foregroundStyle(
            letter.difference > 0 ? .waste.tint(tint) : .entropy.tint(tint + 0.05))
        if !Self.isSliver(letter) {
          cap(letter, letter.matched).foregroundStyle(.entropy)
          cap(letter, letter.mismatched).foregroundStyle(.model)
        }
      }
      mean(n.matched, say("英文编码本", en: "English code")).foregroundStyle(.entropy)
      mean(n.mismatched, say("拼音编码本", en: "pinyin code")).foregroundStyle(.model)
      for letter in named where letter.frequency > 0.035 && letter.difference != 0 {
        TextMark(x: .value("", letter.middle), y: .value("", Self.clearHeight(letter, of: means))) {
          Text(Double(letter.difference).signed(0)).bold()
        }
      }
      RuleMark(y: .value("bits", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
      // As close as their columns, closer than labels of an axis.
      for letter in named {
        TextMark(
          x: .value("P", letter.middle), y: .value("bits", 0), position: .bottom, spacing: 6
        ) { Text(letter.name).font(.tick) }
      }
      if let worst = n.worst {
        TextMark(
          x: .value("", worst.middle), y: .value("", Double(worst.mismatched)), position: .top,
          spacing: 6
        ) {
          Text("**\(worst.name)**  \(worst.matched) → ")
            + Text("\(worst.mismatched) bits").bold().foregroundStyle(.waste)
        }
      }
      if !rare.isEmpty {
        let share = rare.map(\.frequency).reduce(0, +).share
        // Beside the names of the lines, which leave space for it.
        LabelMark(
          y: .value("bits", 0.09 * Double(longest)), position: .lineEnd, spacing: 6
        ) {
          Text(Self.listed(rare) + "\n").font(.tick)
            + say("只占 \(share)", en: "only \(share)").font(.tick).foregroundStyle(.secondary)
        }
      }
    }
    .chartXScale(domain: 0...1).chartYScale(domain: 0...(Double(longest) + 0.5))
    .chartXAxis(.hidden)
    .chartYAxis {
      AxisMarks {
        AxisTick(); AxisValueLabel()
      }
    }
    .chartYAxisLabel(say.text("代码长度（bits）", en: "Code length (bits)"))
  }

  /// Returns the names of letters, six to a line.
  private static func listed(_ letters: [Letter]) -> String {
    stride(from: 0, to: letters.count, by: 6).map { start in
      letters[start..<min(start + 6, letters.count)].map(\.name).joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func column(_ letter: Letter, from low: Int, to high: Int) -> RectangleMark {
    RectangleMark(
      xStart: .value("P", letter.start), xEnd: .value("P", letter.end),
      yStart: .value("bits", low), yEnd: .value("bits", high),
      border: Self.isSliver(letter) ? nil : .canvas)
  }

  private func cap(_ letter: Letter, _ length: Int) -> StyledChartContent<RuleMark> {
    RuleMark(
      xStart: .value("P", letter.start + 0.0008), xEnd: .value("P", letter.end - 0.0008),
      y: .value("bits", length)
    ).lineStyle(width: 2.4)
  }

  /// Returns whether a column is too narrow for an outline.
  private static func isSliver(_ letter: Letter) -> Bool { letter.frequency < 0.005 }

  private func mean(_ length: Information, _ name: String) -> some ChartContent {
    RuleMark(y: .value("bits", length.bits)).lineStyle(width: 1.4, dash: [5, 3])
      .directLabel(Text("\(name) **\(length.bits.rounded(3))**"))
  }

  /// Returns the height within the difference of a letter that is farthest from lines across the
  /// chart.
  private static func clearHeight(_ letter: Letter, of lines: [Double]) -> Double {
    let (low, high) = (
      Double(min(letter.matched, letter.mismatched)), Double(max(letter.matched, letter.mismatched))
    )
    let middle = (low + high) / 2
    func clearance(_ height: Double) -> Double { lines.map { abs($0 - height) }.min() ?? 1 }
    let heights = stride(from: low + 0.5, through: high - 0.5, by: 0.5)
    return heights.filter { clearance($0) > 0.4 }.min { abs($0 - middle) < abs($1 - middle) }
      ?? middle
  }

  /// A line of the ledger: a letter's mean length in the right code, and the excess of the wrong
  /// one.
  private struct Account {
    var name: String
    var own: Fact
    var ownName: Text
    var waste: Fact
    var whole: Fact
    var wholeName: Text
  }

  /// Returns the mean length of a letter: by the codes, and by the limits that no code can beat.
  private func ledger(_ facts: Facts, _ say: Language) throws -> some FigureContent {
    let accounts = [
      Account(
        name: say("实际：Huffman 编码", en: "In practice: Huffman codes"),
        own: try facts["huffman.matched"], ownName: say("英文编码本", en: "English code"),
        waste: try facts["huffman.waste"],
        whole: try facts["huffman.mismatched"], wholeName: say("拼音编码本", en: "pinyin code")),
      Account(
        name: say("理论下限", en: "The limit of any code"),
        own: try facts["entropy.P"], ownName: "$H(P)$",
        waste: try facts["kl.forward"],
        whole: try facts["cross_entropy"], wholeName: "$H(P,Q)$"),
    ]
    let longest = accounts.map(\.whole.value).filter(\.isFinite).max() ?? 1
    let isCrowded = accounts.contains { $0.waste.value < longest * 0.1 }
    let end = longest * (isCrowded ? 1.25 : 1.13)
    // Both bars contain their texts, or none does.
    let holdsOwn = accounts.allSatisfy { $0.own.value > end * 0.55 }
    return Chart {
      for account in accounts {
        AnyChartContent(row(account, infinity: longest * 1.04, end, holdsOwn: holdsOwn))
      }
    }
    .chartTitle(
      say("平均每个字母要多少 bits", en: "Bits per letter, on average")
        + (say("    白费的，理论上就是 ", en: "    the waste is, in theory, ")
        + "$D_{\\mathrm{KL}}(P\\,\\|\\,Q)$")
        .font(.label).regular().foregroundStyle(.waste)
    )
    .chartXScale(domain: 0...end).chartXAxis(.hidden).chartYAxis(.hidden).chartYAxisLine(.hidden)
    .frame(height: 104)
  }

  /// Returns the bar of an account with its texts: on the bar if it is long enough, else after
  /// it.
  @ChartContentBuilder
  private func row(
    _ account: Account, infinity: Double, _ end: Double, holdsOwn: Bool
  ) -> some ChartContent {
    let (own, whole) = (
      account.own.value, account.whole.value.isFinite ? account.whole.value : infinity
    )
    let place = PlottableValue<String>.value("", account.name)
    let ownText: Text = "\(account.ownName) **\(account.own.number)**"
    let wasteText: Text = "+ **\(account.waste.number)**"
    let holdsWaste = whole - own > end * 0.09
    let equality = [own, account.waste.value].equality(with: account.whole.value, decimals: 3)
    let wholeText: Text = "\(equality) \(account.wholeName) **\(account.whole.text)**"
    let withWaste: Text = holdsWaste ? wholeText : "\(wasteText) \(wholeText)"
    let behind: Text = holdsOwn ? withWaste : "\(account.name)  \(ownText) \(withWaste)"
    BarMark(xStart: .value("bits", 0), xEnd: .value("bits", own), y: place)
      .foregroundStyle(.entropy).cornerRadius(0)
    BarMark(xStart: .value("bits", own), xEnd: .value("bits", whole), y: place)
      .foregroundStyle(.waste).cornerRadius(0)
    TextMark(x: .value("bits", whole), y: place, position: .trailing, spacing: 8) {
      behind
    }
    if holdsOwn {
      TextMark(x: .value("bits", 0), y: place, position: .trailing, spacing: 10) {
        Text(account.name).foregroundStyle(.canvas)
      }
      TextMark(x: .value("bits", own), y: place, position: .leading, spacing: 10) {
        ownText.foregroundStyle(.canvas)
      }
    }
    if holdsWaste {
      TextMark(x: .value("bits", (own + whole) / 2), y: place) {
        wasteText.foregroundStyle(.canvas)
      }
    }
  }
}
