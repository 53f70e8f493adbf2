/// Every formula of the KL-divergence tutorial, with the section where it stands first.
enum TutorialFormulas {
  struct Entry: Sendable {
    var section: String
    var tex: String
    var isDisplay: Bool
  }

  static let all: [Entry] =
    inline.map { Entry(section: $0.0, tex: $0.1, isDisplay: false) }
    + display.map { Entry(section: $0.0, tex: $0.1, isDisplay: true) }

  private static let inline: [(String, String)] = [
    ("2.2", #"P = 100\%"#),
    ("2.2", #"I = 0"#),
    ("2.2", #"P = 1\%"#),
    ("2.2", #"I"#),
    ("2.2", #"I(A \text{且} B) = I(A) + I(B)"#),
    ("2.3", #"x"#),
    ("2.3", #"P(x)"#),
    ("2.3", #"P(\text{下雨}) = 0.3"#),
    ("2.3", #"I(x)"#),
    ("2.3", #"I(\text{下雨}) = -\log_2(0.3) = 1.74"#),
    ("2.3", #"\log_2"#),
    ("2.3", #"\log_2(8) = 3"#),
    ("2.3", #"\log(A \times B) = \log(A) + \log(B)"#),
    ("2.3", #"\log_2(0.01) = -6.64"#),
    ("2.3", #"6.64"#),
    ("3.2", #"Q(x)"#),
    ("3.2", #"Q"#),
    ("3.2", #"P"#),
    ("4.2", #"\log_2 P(x)"#),
    ("4.2", #"P(x) \cdot \log_2 P(x)"#),
    ("4.2", #"\sum"#),
    ("4.2", #"-"#),
    ("5.2", #"H(P)"#),
    ("5.2", #"\log P(x)"#),
    ("5.2", #"H(P,Q)"#),
    ("5.2", #"\log Q(x)"#),
    ("6.2", #"P(\text{晴}) = 0.6"#),
    ("6.2", #"Q(\text{晴}) = 0.2"#),
    ("6.2", #"\frac{P(x)}{Q(x)}"#),
    ("6.2", #"\frac{0.6}{0.2} = 3"#),
    ("6.2", #"\log \frac{P(x)}{Q(x)}"#),
    ("6.2", #"\log_2(3) = 1.58"#),
    ("6.2", #"P(x) \cdot \log \frac{P(x)}{Q(x)}"#),
    ("6.2", #"0.6 \times 1.58 = 0.95"#),
    ("6.3", #"P/Q"#),
    ("6.3", #"\log_2(P/Q)"#),
    ("6.3", #"P \cdot \log(P/Q)"#),
    ("6.4", #"P = Q"#),
    ("6.4.1", #"f"#),
    ("6.4.1", #"\log"#),
    ("6.4.1", #"p_i \geq 0"#),
    ("6.4.1", #"\sum_i p_i = 1"#),
    ("6.4.1", #"x_1"#),
    ("6.4.1", #"x_2"#),
    ("6.4.1", #"f\left(\frac{x_1+x_2}{2}\right)"#),
    ("6.4.1", #"\frac{f(x_1)+f(x_2)}{2}"#),
    ("6.4.1", #"f(\text{平均}) \geq \text{平均}(f)"#),
    ("6.4.2", #"D_{KL}(P\|Q) \geq 0"#),
    ("6.4.2", #"r(x) = \frac{Q(x)}{P(x)}"#),
    ("6.4.2", #"\leq"#),
    ("6.4.2", #"r(x) = \frac{Q(x)}{P(x)} = \text{常数}"#),
    ("6.4.2", #"\sum P(x) = \sum Q(x) = 1"#),
    ("6.4.2", #"P(x) = Q(x)"#),
    ("6.4.2", #"D_{KL} = 0"#),
    ("6.4.3", #"D_{KL}(P\|Q)"#),
    ("6.4.3", #"D_{KL}(Q\|P)"#),
    ("6.4.3", #"\sum P(x) \log \frac{P(x)}{Q(x)}"#),
    ("6.4.3", #"\sum Q(x) \log \frac{Q(x)}{P(x)}"#),
    ("6.4.3", #"P>0"#),
    ("6.4.3", #"Q≈0"#),
    ("6.4.3", #"Q>0"#),
    ("6.4.3", #"P≈0"#),
    ("6.4.3", #"P(x) > 0"#),
    ("6.4.3", #"Q(x) \approx 0"#),
    ("6.4.3", #"\log \frac{P(x)}{Q(x)} \to +\infty"#),
    ("6.4.3", #"Q(x) > 0"#),
    ("6.4.3", #"P(x) \approx 0"#),
    ("6.4.3", #"\log \frac{Q(x)}{P(x)} \to +\infty"#),
    ("6.4.3", #"P=0"#),
    ("6.4.3", #"Q \approx 0"#),
    ("6.4.3", #"P \approx 0"#),
    ("7.1", #"\pi_{\text{new}}"#),
    ("7.1", #"\pi_{\text{old}}"#),
    ("7.1", #"\text{Reward}"#),
    ("7.1", #"D_{KL}"#),
    ("7.1", #"\beta"#),
    ("8.2", #"D_{KL}(P\|Q) \neq D_{KL}(Q\|P)"#),
    ("练习题", #"P=[0.25, 0.25, 0.25, 0.25]"#),
    ("练习题", #"D_{KL}(P \| Q) \geq 0"#),
    ("练习题参考答案", #"[0, 1, 0, 0]"#),
    ("练习题参考答案", #"[0.1, 0.7, 0.1, 0.1]"#),
  ]

  private static let display: [(String, String)] = [
    ("2.1", #"\boxed{\text{概率越低} \rightarrow \text{越惊讶} \rightarrow \text{信息量越大}}"#),
    ("2.2", #"\boxed{I(x) = -\log_2 P(x)}"#),
    ("4.2", #"\boxed{H(P) = -\sum_{x} P(x) \log_2 P(x)}"#),
    ("5.2", #"\boxed{H(P, Q) = -\sum_{x} P(x) \log_2 Q(x)}"#),
    ("5.2", #"H(P, Q) \geq H(P)"#),
    ("6.1", #"\boxed{D_{KL}(P \| Q) = H(P, Q) - H(P)}"#),
    ("6.1", #"\boxed{D_{KL}(P \| Q) = \sum_{x} P(x) \log \frac{P(x)}{Q(x)}}"#),
    ("6.2", #"D_{KL}(P \| Q) = \sum_{x} P(x) \cdot \log \frac{P(x)}{Q(x)}"#),
    ("6.4", #"D_{KL}(P \| Q) \geq 0"#),
    ("6.4.1", #"f\left(\sum_i p_i x_i\right) \geq \sum_i p_i f(x_i)"#),
    ("6.4.2", #"D_{KL}(P\|Q) = \sum_x P(x) \log \frac{P(x)}{Q(x)}"#),
    ("6.4.2", #"= -\sum_x P(x) \log \frac{Q(x)}{P(x)}"#),
    ("6.4.2", #"D_{KL}(P\|Q) = -\sum_x P(x) \log r(x) = -\mathbb{E}_P[\log r(x)]"#),
    ("6.4.2", #"\sum_x P(x) \log r(x) \leq \log \left(\sum_x P(x) \cdot r(x)\right)"#),
    ("6.4.2", #"\sum_x P(x) \cdot r(x) = \sum_x P(x) \cdot \frac{Q(x)}{P(x)} = \sum_x Q(x) = 1"#),
    ("6.4.2", #"\sum_x P(x) \log r(x) \leq \log(1) = 0"#),
    ("6.4.2", #"D_{KL}(P\|Q) = -\sum_x P(x) \log r(x) \geq -0 = 0"#),
    ("6.4.2", #"D_{KL}(P \| Q) \neq D_{KL}(Q \| P)"#),
    (
      "7.1",
      #"\max \; \mathbb{E}[\text{Reward}] - \beta \cdot D_{KL}(\pi_{\text{new}} \| \pi_{\text{old}})"#
    ),
    ("8.3", #"D_{KL}(P \| Q) = \sum_{x} P(x) \log \frac{P(x)}{Q(x)}"#),
    (
      "8.3",
      #"""
      \begin{aligned}
      D_{KL}(P \| Q) &= H(P, Q) - H(P) \\
      &= \sum_{x} P(x) \log P(x) - \sum_{x} P(x) \log Q(x) \\
      &= \mathbb{E}_{x \sim P} \left[ \log \frac{P(x)}{Q(x)} \right]
      \end{aligned}
      """#
    ),
    ("8.3", #"D_{KL}(P \| Q) = \int P(x) \log \frac{P(x)}{Q(x)} dx"#),
    (
      "练习题参考答案",
      #"H(P) = -\sum_{i=1}^{4} 0.25 \times \log_2(0.25) = -4 \times 0.25 \times (-2) = 2 \text{ bits}"#
    ),
    ("练习题参考答案", #"\text{Loss} = H(P, Q) = -\sum_i P_i \log Q_i"#),
    ("练习题参考答案", #"\text{Loss} = -\log Q_{\text{true}}"#),
  ]
}
