import BurinFigures
import InformationTheory

/// The cost of a wrong code book (section 5.1): English letters sent in a code built for pinyin.
struct CrossEntropy: Figure {
  static let id = "07_cross_entropy"

  @Parameter(count: 26...26) var P = LetterFrequencies.english
  @Parameter(count: 26...26) var Q = LetterFrequencies.pinyin
  /// The names of the language that is sent, and of the one that the other code was built for.
  @Parameter var languages = Words()

  /// Returns the names of both languages as sentences take them: others than the figure's own in
  /// quotes, so that they need no other form.
  private func names(_ say: Language, quoted: Bool = true) -> (P: String, Q: String) {
    guard languages.strings.count == 2 else {
      return (say("英文", en: "English"), say("拼音", en: "pinyin"))
    }
    let names = languages.names.map { quoted ? "“\($0)”" : $0 }
    return (names[0], names[1])
  }

  /// Whether the names of the languages are too long for labels, which name P and Q instead.
  private var areLong: Bool { languages.strings.contains { $0.columns > 10 } }

  /// Returns the names of both codes as labels take them.
  private func codes(_ say: Language) -> (P: String, Q: String) {
    let (P, Q) = areLong ? (say("P ", en: "P"), say("Q ", en: "Q")) : names(say)
    return (say("\(P)编码本", en: "\(P) code"), say("\(Q)编码本", en: "\(Q) code"))
  }

  struct Numbers: Sendable {
    /// The letters, the most frequent first.
    var letters: [Letter]
    var entropy: Information
    var crossEntropy: Information
    var divergence: Information
    /// The mean length of the code built for P, and of the one built for Q, when P is sent.
    var matched: Information
    var mismatched: Information

    var waste: Information { (mismatched - matched).withoutDust }
    /// Returns the letters with a column of their own: all that are frequent enough for a name.
    func named(isNarrow: Bool) -> [Letter] {
      letters.filter { $0.frequency > Self.leastNamed(isNarrow: isNarrow) }
    }
    /// Returns the rare letters, which share one column.
    func rare(isNarrow: Bool) -> [Letter] {
      letters.filter {
        $0.frequency > 0 && $0.frequency <= Self.leastNamed(isNarrow: isNarrow)
      }
    }
    private static func leastNamed(isNarrow: Bool) -> Double { isNarrow ? 0.062 : 0.014 }
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
    var matched: Double
    var mismatched: Double

    var end: Double { min(1, start + frequency) }
    var middle: Double { (start + end) / 2 }
    var difference: Double { mismatched - matched }
    /// The letter's contribution to the mean length caused by the wrong code.
    var waste: Information { .bits(frequency * difference) }

    /// Returns one column for several letters, as high as their codes are long on average.
    static func joined(_ letters: [Letter]) -> Letter? {
      guard let first = letters.first else { return nil }
      let frequency = letters.map(\.frequency).reduce(0, +)
      func mean(_ length: (Letter) -> Double) -> Double {
        letters.map { $0.frequency * length($0) }.reduce(0, +) / frequency
      }
      return Letter(
        name: "", start: first.start, frequency: frequency, matched: mean(\.matched),
        mismatched: mean(\.mismatched))
    }
  }

  func compute() throws -> Numbers {
    try languages.check(count: 2, parameter: "languages")
    let (P, Q) = (try distribution("P", P), try distribution("Q", Q))
    let (own, foreign) = (HuffmanCode(for: P), HuffmanCode(for: Q))
    var start = 0.0
    let order = P.probabilities.indices.sorted { (-P[$0], $0) < (-P[$1], $1) }
    let letters = order.map { index in
      let letter = Letter(
        name: LetterFrequencies.letters[index].uppercased(), start: start, frequency: P[index],
        matched: Double(own.lengths[index]), mismatched: Double(foreign.lengths[index]))
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
    Facts([
      Fact("entropy.P", n.entropy), Fact("cross_entropy", n.crossEntropy),
      Fact("kl.forward", n.divergence, showing: 3, decimals: 3), Fact("huffman.matched", n.matched),
      Fact("huffman.mismatched", n.mismatched),
      Fact("huffman.waste", n.waste, showing: 3, decimals: 3),
    ]).distinguished()
  }

  func statements(_ n: Numbers) -> [Statement] {
    let more = (n.waste / n.matched).share
    let (zh, en) = (names(.zh), names(.en))
    let isAlike = n.letters.allSatisfy { $0.frequency == 0 || $0.difference == 0 }
    return [
      Statement(
        "title.more", if: "the other code book makes messages longer", n.waste.bits > 0,
        "拿\(zh.Q)的编码本发\(zh.P)，电报要长出 \(more)",
        en: "\(en.P) sent in a code built for \(en.Q) takes \(more) more bits"),
      Statement(
        "title.same", if: "both code books take equally many bits", n.waste.bits == 0,
        "拿\(zh.Q)的编码本发\(zh.P)，电报一样长",
        en: "\(en.P) takes no more bits in a code built for \(en.Q)"),
      Statement(
        "subtitle.areas", if: "the codes give some letter another length", !isAlike,
        "每列一个字母：宽是\(zh.P)里的频率 $P$，高是码长；",
        en: "One column per letter: as wide as it is frequent, as high as its code is long; "),
      Statement(
        "subtitle.alike", if: "the codes give each letter the same length", isAlike,
        "每列一个字母：宽是\(zh.P)里的频率 $P$，高是码长；两本编码本处处一样长",
        en:
          "One column per letter: as wide as it is frequent, as high as its code is long, in either code"
      ),
      Statement(
        "theory.waste", if: "always: ideal lengths −log₂ Q waste D_KL(P‖Q) bits", true,
        "    理想码长的浪费就是 $D_{\\mathrm{KL}}(P\\,\\|\\,Q)$",
        en: "    ideal lengths waste $D_{\\mathrm{KL}}(P\\,\\|\\,Q)$"),
    ]
  }

  func title(_ n: Numbers, _ say: Language) -> Text { sentence("title", n, say) ?? "" }

  func subtitle(_ n: Numbers, _ say: Language) -> Text? {
    let columns = sentence("subtitle", n, say) ?? ""
    guard statements(n).shown(at: "subtitle")?.name == "subtitle.areas" else { return columns }
    return columns
      + say("多花", en: "extra").bold().foregroundStyle(.waste)
      + say("的面积减去", en: " area minus ")
      + say("省下", en: "saved").bold().foregroundStyle(.entropy)
      + say("的面积就是浪费", en: " area is the waste")
  }

  func altText(_ n: Numbers, _ say: Language) -> String {
    let facts = self.facts(n)
    func text(_ name: String) -> String { (try? facts[name].text) ?? "" }
    let (P, Q) = names(say)
    let worst = n.worst.map {
      say(
        "浪费最多的是 \($0.name)：\($0.matched.short) bits 变成 \($0.mismatched.short) bits。",
        en:
          "\($0.name) wastes most: \($0.matched.short) \($0.matched == 1 ? "bit becomes" : "bits become") \($0.mismatched.short). "
      )
    }
    return say(
      "26 个字母按\(P)频率从高到低排成列，列宽是频率，列高是 Huffman 码长，罕见的字母合成最右一列，\(P)编码本与\(Q)编码本对照。\(worst ?? "")用\(P)编码本平均每个字母 \(text("huffman.matched"))，用\(Q)编码本 \(text("huffman.mismatched"))，浪费 \(text("huffman.waste"))。若码长是理想的 −log₂：H(P) = \(text("entropy.P"))，H(P,Q) = \(text("cross_entropy"))，相差 D_KL = \(text("kl.forward"))。",
      en:
        "Columns for the 26 letters, the most frequent in \(P) first, as wide as the letter is frequent and as high as its Huffman code is long, in the code for \(P) and in the code for \(Q); rare letters share the last column. \(worst ?? "")A letter takes \(text("huffman.matched")) on average in the code for \(P), \(text("huffman.mismatched")) in the code for \(Q): a waste of \(text("huffman.waste")). With ideal code lengths, −log₂: H(P) = \(text("entropy.P")), H(P,Q) = \(text("cross_entropy")), apart by D_KL = \(text("kl.forward"))."
    )
  }

  func body(_ n: Numbers, _ say: Language) throws -> [AnyContent] {
    try body(n, say, in: FigureSpace(width: Self.width))
  }

  func body(_ n: Numbers, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
    columns(n, isNarrow: space.isNarrow, say).frame(height: 300)
    let accounts = try accounts(facts(n), say)
    let theory = sentence("theory", n, say) ?? ""
    if space.isNarrow {
      list(accounts, theory, say)
    } else {
      ledger(accounts, theory, say)
    }
  }

  /// Returns the chart of both codes' lengths over the frequencies, with the difference shaded.
  private func columns(_ n: Numbers, isNarrow: Bool, _ say: Language) -> Chart {
    let (named, rare) = (n.named(isNarrow: isNarrow), n.rare(isNarrow: isNarrow))
    let rest = Letter.joined(rare)
    let shown = named + [rest].compactMap(\.self)
    let longest = shown.map { max($0.matched, $0.mismatched) }.max() ?? 1
    let means = [n.matched.bits, n.mismatched.bits]
    let facts = self.facts(n)
    let short = areLong ? (P: "P", Q: "Q") : names(say, quoted: false)
    // Names that would touch the one before are left out.
    let lettered = named.reduce(into: [Letter]()) { kept, letter in
      let distance = (letter.middle - (kept.last?.middle ?? -1)) * (isNarrow ? 150 : 612)
      if distance > (isNarrow ? 9 : 10) { kept.append(letter) }
    }
    return Chart {
      for letter in shown {
        let (low, high) = (
          min(letter.matched, letter.mismatched), max(letter.matched, letter.mismatched)
        )
        column(letter, from: 0, to: low).foregroundStyle(.entropy.tint(0.85))
        // Costs are dark and savings light, for readers to whom the hues look alike.
        column(letter, from: low, to: high)
          .foregroundStyle(
            letter.difference > 0 ? .waste : .entropy.tint(0.6))
        if !Self.isSliver(letter) {
          // One is thinner, for readers to whom the colours look alike.
          cap(letter, letter.matched).foregroundStyle(.entropy).lineStyle(width: 1.6)
          cap(letter, letter.mismatched).foregroundStyle(.model).lineStyle(width: 2.8)
        }
      }
      mean(facts("huffman.matched"), isNarrow ? short.P : codes(say).P).foregroundStyle(.entropy)
      mean(facts("huffman.mismatched"), isNarrow ? short.Q : codes(say).Q).foregroundStyle(.model)
      for letter in named
      where Self.holds(
        letter, lengthUnit: 265 / (longest + 0.5), wholeWidth: isNarrow ? 120 : 612)
      {
        TextMark(x: .value("", letter.middle), y: .value("", Self.clearHeight(letter, of: means))) {
          Text(letter.difference.signed(0)).bold()
            .foregroundStyle(letter.difference > 0 ? .canvas : .primary)
        }
      }
      RuleMark(y: .value("bits", 0)).foregroundStyle(.axis).lineStyle(width: 1.1)
      // As close as their columns, closer than labels of an axis.
      for letter in lettered {
        TextMark(
          x: .value("P", letter.middle), y: .value("bits", 0), position: .bottom, spacing: 6
        ) { Text(letter.name).font(.tick) }
      }
      // Where the last name leaves space for it; below a narrow column a little to the right.
      let place = rest.map { $0.start + (isNarrow ? 0.5 : 0.75) * $0.frequency } ?? 1
      if rare.count > 1, (place - (named.last?.middle ?? 0)) * (isNarrow ? 120 : 612) > 13 {
        TextMark(
          x: .value("P", place), y: .value("bits", 0), position: .bottom, spacing: 6
        ) { Text("…").font(.tick) }
      }
      if let worst = n.worst {
        let isAside =
          isNarrow
          && shown.allSatisfy { $0.start <= worst.start || $0.mismatched + 0.5 < worst.mismatched }
          && shown.allSatisfy { $0.start <= worst.start || $0.matched + 0.5 < worst.mismatched }
        LabelMark(
          // On a telephone it begins at its column if no other is as high, so that the columns have
          // all the width.
          // Else it is as wide as several columns, and above all of them.
          x: .value("", isAside ? worst.start : worst.middle),
          y: .value("", isNarrow && !isAside ? longest : worst.mismatched),
          position: isAside ? .topTrailing : .top, spacing: 6
        ) {
          Text("**\(worst.name)**  ")
            + Text("\(short.P) \(worst.matched.short)").bold().foregroundStyle(.entropy)
            + Text(" → ")
            + Text("\(short.Q) \(worst.mismatched.short) bits").bold().foregroundStyle(.model)
        }
      }
      if let rest {
        let share = rest.frequency.share
        // Beside the names of the lines, which leave space for it.
        LabelMark(
          y: .value("bits", 0.09 * longest), position: .lineEnd, spacing: 6
        ) {
          (rare.count > 8
            ? say.text("其余 \(rare.count) 个字母\n", en: "the \(rare.count) others\n")
            : say.text("其余：", en: "others: ") + Text(Self.listed(rare) + "\n")).font(.tick)
            + say("共占 \(share)", en: "\(share) together").font(.tick).foregroundStyle(.secondary)
        }
      }
    }
    .chartXScale(domain: 0...1).chartYScale(domain: 0...(longest + 0.5))
    .chartXAxis(.hidden)
    .chartYAxis {
      AxisMarks {
        AxisTick(); AxisValueLabel()
      }
    }
    .chartYAxisLabel(say.text("码长（bits）", en: "Code length (bits)"))
  }

  /// Returns whether the difference of a letter's codes has space for its number, which would cover
  /// much of a small one.
  private static func holds(
    _ letter: Letter, lengthUnit: Double, wholeWidth: Double
  ) -> Bool {
    guard letter.difference != 0 else { return false }
    let text = 9 * Double(letter.difference.signed(0).count)
    let (width, height) = (
      letter.frequency * wholeWidth, letter.difference.magnitude * lengthUnit
    )
    return width > text + 4 && height > 14 && width * height > 36 * text
  }

  /// Returns the names of letters, six to a line.
  private static func listed(_ letters: [Letter]) -> String {
    stride(from: 0, to: letters.count, by: 6).map { start in
      letters[start..<min(start + 6, letters.count)].map(\.name).joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func column(_ letter: Letter, from low: Double, to high: Double) -> RectangleMark {
    RectangleMark(
      xStart: .value("P", letter.start), xEnd: .value("P", letter.end),
      yStart: .value("bits", low), yEnd: .value("bits", high),
      border: Self.isSliver(letter) ? nil : .canvas)
  }

  private func cap(_ letter: Letter, _ length: Double) -> RuleMark {
    RuleMark(
      xStart: .value("P", letter.start + 0.0008), xEnd: .value("P", letter.end - 0.0008),
      y: .value("bits", length))
  }

  /// Returns whether a column is too narrow for an outline.
  private static func isSliver(_ letter: Letter) -> Bool { letter.frequency < 0.005 }

  private func mean(_ length: Fact, _ name: String) -> some ChartContent {
    RuleMark(y: .value("bits", length.value)).lineStyle(width: 1.4, dash: [5, 3])
      .directLabel(Text("\(name) **\(length.number)**"))
  }

  /// Returns the height within the difference of a letter that is farthest from lines across the
  /// chart.
  private static func clearHeight(_ letter: Letter, of lines: [Double]) -> Double {
    let (low, high) = (
      min(letter.matched, letter.mismatched), max(letter.matched, letter.mismatched)
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

  /// Returns the mean length of a letter: by Huffman codes, and by ideal code lengths.
  private func accounts(_ facts: Facts, _ say: Language) throws -> [Account] {
    [
      Account(
        name: say("实际：Huffman 编码", en: "In practice: Huffman codes"),
        own: try facts["huffman.matched"],
        ownName: "\(codes(say).P)",
        waste: try facts["huffman.waste"],
        whole: try facts["huffman.mismatched"],
        wholeName: "\(codes(say).Q)"),
      Account(
        name: say("理想码长 −log₂", en: "Ideal lengths, −log₂"),
        own: try facts["entropy.P"], ownName: "$H(P)$",
        waste: try facts["kl.forward"],
        whole: try facts["cross_entropy"], wholeName: "$H(P,Q)$"),
    ]
  }

  /// Returns the accounts on a telephone, a line for each part.
  private func list(_ accounts: [Account], _ theory: Text, _ say: Language) -> VStack {
    VStack(spacing: 12) {
      say("平均每个字母要多少 bits", en: "Bits per letter, on average").font(.headline)
      for account in accounts {
        let equality = [PrintedValue(account.own), PrintedValue(account.waste)]
          .sign(of: PrintedValue(account.whole))
        VStack(spacing: 4) {
          Text(account.name).bold()
          (Text("\(account.ownName) ") + Text(account.own.number).bold())
            .foregroundStyle(.entropy)
            + Text(" + ") + Text(account.waste.number).bold().foregroundStyle(.waste)
            + Text(" \(equality)")
          Text("\(account.wholeName) ") + Text(account.whole.text).bold()
        }
      }
      theory.foregroundStyle(.waste)
    }
  }

  /// Returns the accounts as bars with their texts.
  private func ledger(_ accounts: [Account], _ theory: Text, _ say: Language) -> some FigureContent
  {
    let longest = accounts.map(\.whole.value).filter(\.isFinite).max() ?? 1
    let isCrowded = accounts.contains { $0.waste.value < longest * 0.1 }
    let usual = longest * (isCrowded ? 1.25 : 1.13)
    // Both bars contain their texts, or none does; texts behind bars take more than half the width.
    let holdsOwn = accounts.allSatisfy { $0.own.value > usual * 0.55 }
    // Behind the bars, the whole sum has the width that it needs.
    let columns =
      accounts.map {
        [
          $0.name, $0.ownName.plain, $0.own.number, $0.waste.number, $0.wholeName.plain,
          $0.whole.text,
        ]
        .map(\.columns).reduce(12, +)
      }.max() ?? 0
    let bar = max(80, 730 - 7 * Double(columns))
    let end = holdsOwn ? usual : longest * max(2.2, 744 / bar)
    return Chart {
      for account in accounts {
        AnyChartContent(row(account, infinity: longest * 1.04, end, holdsOwn: holdsOwn))
      }
    }
    .chartTitle(
      say.text("平均每个字母要多少 bits", en: "Bits per letter, on average")
        + theory.font(.label).regular().foregroundStyle(.waste)
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
    // The sum stays in one place: on the bar as far as it holds it, else behind it as a whole.
    let holdsWaste = holdsOwn && whole - own > end * 0.09
    let equality = [PrintedValue(account.own), PrintedValue(account.waste)]
      .sign(of: PrintedValue(account.whole))
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
