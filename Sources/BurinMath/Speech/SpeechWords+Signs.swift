// The tables of speech: each line holds what is shown, its English words and its Chinese ones.

extension SpeechWords {
  /// The word of a sign; nil for one that has none.
  func sign(_ scalar: Unicode.Scalar) -> String? { Self.signs[scalar].map { either($0.0, $0.1) } }

  /// The words of a letter or a sign, in the design in which it is drawn.
  func letter(_ symbol: Symbol) -> String {
    if symbol.scalar != symbol.source, let set = Self.sets[symbol.scalar] {
      return either(set.0, set.1)
    }
    if let sign = sign(symbol.source) { return sign }
    let design = design(symbol.scalar)
    if let greek = Self.greek[symbol.source] {
      let name = either(greek.0, greek.1)
      return sentence([design, name])
    }
    return sentence([design, String(symbol.source)])
  }

  /// The words of a large operator.
  func largeName(_ scalar: Unicode.Scalar) -> String {
    Self.large[scalar].map { either($0.0, $0.1) } ?? sign(scalar) ?? String(scalar)
  }

  var delimiters: [Unicode.Scalar: String] { Self.brackets.mapValues { either($0.0, $0.1) } }

  var accents: [Unicode.Scalar: String] { Self.marks.mapValues { either($0.0, $0.1) } }

  /// The words of a function by its name.
  func function(_ name: String) -> String {
    Self.functions[name].map { either($0.0, $0.1) } ?? name
  }

  /// Returns a function with what stands below it; nil for one that has a subscript as letters have.
  func function(_ name: String, over sub: String) -> String? {
    switch name {
    case "log": isChinese ? sentence(["log 以", sub, "为底"]) : "log base \(sub)"
    case "lim", "plim", "limsup", "liminf":
      isChinese ? sentence([sub, "时的", function(name), "，"]) : "\(function(name)) as \(sub)"
    case "max", "min", "sup", "inf", "argmax", "argmin":
      isChinese ? sentence(["对", sub, "取", function(name), "，"]) : "\(function(name)) over \(sub)"
    case "Pr": isChinese ? sentence(["对", sub, "的概率"]) : "probability over \(sub)"
    default: nil
    }
  }

  /// Functions that are said behind their argument in Chinese.
  static let possessed: Set<String> = [
    "期望", "方差", "协方差", "概率", "迹", "秩", "行列式", "维数", "核", "次数", "最大公约数", "最大值",
    "最小值", "上确界", "下确界", "符号", "散度", "旋度", "梯度",
  ]

  /// The design of a letter that has a meaning of its own: bold, script, fraktur.
  private func design(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x1D400...0x1D433, 0x1D468...0x1D49B, 0x1D6A8...0x1D6E1, 0x1D71C...0x1D755,
      0x1D7CE...0x1D7D7:
      either("bold", "粗体")
    case 0x1D49C...0x1D503, 0x210B, 0x2110, 0x2112, 0x211B, 0x212C, 0x2130, 0x2131, 0x2133:
      either("script", "花体")
    case 0x1D504...0x1D537, 0x1D56C...0x1D59F: either("fraktur", "哥特体")
    default: ""
    }
  }

  // MARK: Tables

  private typealias Table = [Unicode.Scalar: (String, String)]

  private static func table(_ source: String) -> Table {
    var table: Table = [:]
    for (name, english, chinese) in rows(source) {
      for scalar in name.unicodeScalars { table[scalar] = (english, chinese) }
    }
    return table
  }

  private static func rows(_ source: String) -> [(String, String, String)] {
    source.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|", maxSplits: 2).map { String($0).trimmed }
      return parts.count == 3 ? (parts[0], parts[1], parts[2]) : nil
    }
  }

  private static let sets: Table = table(
    """
    ℝ | the real numbers | 实数集
    ℕ | the natural numbers | 自然数集
    ℤ | the integers | 整数集
    ℚ | the rational numbers | 有理数集
    ℂ | the complex numbers | 复数集
    𝔼 | the expected value | 期望
    𝟙 | the indicator | 指示函数
    """)

  private static let large: Table = table(
    """
    ∑ | sum | 求和
    ∏ | product | 求积
    ∐ | coproduct | 余积
    ⋃ | union | 求并
    ⋂ | intersection | 求交
    ⋁ | disjunction | 析取
    ⋀ | conjunction | 合取
    ⨁ | direct sum | 直和
    ⨂ | tensor product | 张量积
    ∫ | integral | 积分
    ∬ | double integral | 二重积分
    ∭ | triple integral | 三重积分
    ⨌ | quadruple integral | 四重积分
    ∮ | contour integral | 环路积分
    ∯ | surface integral | 曲面积分
    ∰ | volume integral | 体积分
    """)

  private static let brackets: Table = table(
    """
    ( | open paren | 左括号
    ) | close paren | 右括号
    [ | open bracket | 左方括号
    ] | close bracket | 右方括号
    { | open brace | 左花括号
    } | close brace | 右花括号
    ⟨ | open angle bracket | 左尖括号
    ⟩ | close angle bracket | 右尖括号
    ⌊ | open floor | 左下取整
    ⌋ | close floor | 右下取整
    ⌈ | open ceiling | 左上取整
    ⌉ | close ceiling | 右上取整
    ∣⏐ | bar | 竖线
    ‖ | double bar | 双竖线
    """
  ).merging(["|": ("bar", "竖线")]) { first, _ in first }

  private static let marks: Table = table(
    """
    \u{302} | hat | 帽
    \u{30C} | check | 倒帽
    \u{303}\u{330} | tilde | 波浪
    \u{301} | acute | 锐音符
    \u{300} | grave | 重音符
    \u{307} | dot | 点
    \u{308} | double dot | 两点
    \u{20DB} | triple dot | 三点
    \u{20DC} | quadruple dot | 四点
    \u{306} | breve | 短音符
    \u{304}\u{305} | bar | 横杠
    \u{30A} | ring | 圈
    \u{309} | hook | 钩
    \u{20D7}\u{20D1} | vector | 向量
    \u{20D6}\u{20D0} | left arrow | 左箭头
    \u{20E1}\u{34D} | double arrow | 双向箭头
    \u{20EF}\u{20EC} | right arrow below | 下方右箭头
    \u{20EE}\u{20ED} | left arrow below | 下方左箭头
    \u{20E9} | bridge | 桥
    \u{20F0} | asterisk | 星
    \u{20E8} | three dots below | 下方三点
    ⏞⏟⏜⏝ | brace | 括线
    ⎴⎵⏠⏡ | bracket | 方括线
    """)

  private static let greek: Table = table(
    """
    α | alpha | 阿尔法
    β | beta | 贝塔
    γ | gamma | 伽马
    δ | delta | 德尔塔
    ϵε | epsilon | 艾普西隆
    ζ | zeta | 泽塔
    η | eta | 伊塔
    θϑ | theta | 西塔
    ι | iota | 约塔
    κϰ | kappa | 卡帕
    λ | lambda | 拉姆达
    μ | mu | 缪
    ν | nu | 纽
    ξ | xi | 克西
    ο | omicron | 奥密克戎
    πϖ | pi | 派
    ρϱ | rho | 柔
    σς | sigma | 西格马
    τ | tau | 陶
    υ | upsilon | 宇普西隆
    ϕφ | phi | 斐
    χ | chi | 希
    ψ | psi | 普西
    ω | omega | 欧米伽
    Γ | capital gamma | 大写伽马
    Δ∆ | capital delta | 大写德尔塔
    Θ | capital theta | 大写西塔
    Λ | capital lambda | 大写拉姆达
    Ξ | capital xi | 大写克西
    Π | capital pi | 大写派
    Σ | capital sigma | 大写西格马
    Υ | capital upsilon | 大写宇普西隆
    Φ | capital phi | 大写斐
    Ψ | capital psi | 大写普西
    Ω | capital omega | 大写欧米伽
    """)

  private static let signs: Table = table(
    """
    + | plus | 加
    -− | minus | 减
    ± | plus or minus | 加减
    ∓ | minus or plus | 减加
    ×⋅·∙ | times | 乘以
    *∗ | star | 星
    ÷ | divided by | 除以
    / | over | 除以
    ∘ | composed with | 复合
    ⊕ | direct sum | 直和
    ⊗ | tensor product | 张量积
    ⊙ | elementwise times | 逐元素乘以
    ∪ | union | 并
    ∩ | intersection | 交
    ∖ | minus the set | 减去集合
    ∧ | and | 且
    ∨ | or | 或
    ¬ | not | 非
    = | equals | 等于
    ≠ | does not equal | 不等于
    ≈ | is approximately | 约等于
    ≃≅ | is isomorphic to | 同构于
    ≡ | is equivalent to | 恒等于
    ≔ | is defined as | 定义为
    ≜≝ | equals by definition | 定义为
    ∼ | is distributed as | 服从
    ∝ | is proportional to | 正比于
    < | is less than | 小于
    > | is greater than | 大于
    ≤⩽≦ | is less than or equal to | 小于等于
    ≥⩾≧ | is greater than or equal to | 大于等于
    ≮ | is not less than | 不小于
    ≯ | is not greater than | 不大于
    ≪ | is much less than | 远小于
    ≫ | is much greater than | 远大于
    ≲ | is less than about | 小于约
    ≳ | is greater than about | 大于约
    ≺ | precedes | 先于
    ≻ | succeeds | 后于
    ⪯≼ | precedes or equals | 先于或等于
    ⪰≽ | succeeds or equals | 后于或等于
    ∈ | is in | 属于
    ∉ | is not in | 不属于
    ∋ | contains | 包含元素
    ⊂ | is a subset of | 真包含于
    ⊆ | is a subset of or equals | 包含于
    ⊃ | is a superset of | 真包含
    ⊇ | is a superset of or equals | 包含
    ⊄⊈ | is not a subset of | 不包含于
    ⊥⟂ | is perpendicular to | 垂直于
    ∥ | is parallel to | 平行于
    ∣ | given | 给定
    ∤ | does not divide | 不整除
    ⊢ | proves | 推得
    ⊨ | models | 满足
    → | to | 到
    ⟶ | to | 到
    ←⟵ | from | 来自
    ↔⟷ | is equivalent to | 等价于
    ⇒⟹ | implies | 推出
    ⇐⟸ | is implied by | 由此推出：
    ⇔⟺ | if and only if | 当且仅当
    ↦⟼ | maps to | 映射到
    ↪ | embeds in | 嵌入
    ↑ | up arrow | 向上箭头
    ↓ | down arrow | 向下箭头
    ↗ | rises to | 上升到
    ↘ | falls to | 下降到
    ⇌ | is in equilibrium with | 可逆反应为
    ∴ | therefore | 所以
    ∵ | because | 因为
    ∞ | infinity | 无穷
    ∂ | partial | 偏
    ∇ | the gradient | 梯度
    ∅ | the empty set | 空集
    ∀ | for all | 对任意
    ∃ | there exists | 存在
    ∄ | there does not exist | 不存在
    ℓ | ell | 花体 l
    ℏ | h bar | 约化普朗克常数
    ℜ | the real part of | 实部
    ℑ | the imaginary part of | 虚部
    ° | degrees | 度
    ′ | prime | 撇
    ∠ | angle | 角
    △ | triangle | 三角形
    □ | square | 方块
    ∎ | end of proof | 证毕
    ✓ | check mark | 对勾
    ⊤ | top | 真
    † | dagger | 剑号
    √ | root | 根号
    ⋆★ | star | 星
    """)

  private static let functions: [String: (String, String)] = {
    var table: [String: (String, String)] = [:]
    for (name, english, chinese) in rows(functionSource) { table[name] = (english, chinese) }
    return table
  }()

  private static let functionSource = """
    log | log | log
    lg | log base 10 | 常用对数
    ln | natural log | 自然对数
    exp | the exponential | 指数函数
    sin | sine | 正弦
    cos | cosine | 余弦
    tan | tangent | 正切
    cot | cotangent | 余切
    sec | secant | 正割
    csc | cosecant | 余割
    arcsin | arc sine | 反正弦
    arccos | arc cosine | 反余弦
    arctan | arc tangent | 反正切
    sinh | hyperbolic sine | 双曲正弦
    cosh | hyperbolic cosine | 双曲余弦
    tanh | hyperbolic tangent | 双曲正切
    max | the maximum | 最大值
    min | the minimum | 最小值
    sup | the supremum | 上确界
    inf | the infimum | 下确界
    argmax | the argument of the maximum | 最大值点
    argmin | the argument of the minimum | 最小值点
    lim | the limit | 极限
    plim | the limit in probability | 依概率极限
    limsup | the upper limit | 上极限
    liminf | the lower limit | 下极限
    det | the determinant | 行列式
    dim | the dimension | 维数
    ker | the kernel | 核
    deg | the degree | 次数
    gcd | the greatest common divisor | 最大公约数
    arg | the argument | 辐角
    Pr | the probability | 概率
    Var | the variance | 方差
    var | the variance | 方差
    Cov | the covariance | 协方差
    cov | the covariance | 协方差
    tr | the trace | 迹
    Tr | the trace | 迹
    rank | the rank | 秩
    sgn | the sign | 符号
    sign | the sign | 符号
    diag | the diagonal matrix | 对角矩阵
    softmax | softmax | softmax
    KL | KL divergence | KL 散度
    mod | modulo | 模
    """
}
