import Synchronization

/// The words of a formula, which are found when somebody first asks for them: many formulas are set to
/// be measured.
final class SpokenWords: Sendable {
  private enum State: Sendable {
    case nodes([Node], FormulaSpeech)
    case words(String)
  }

  private let state: Mutex<State>

  init(_ words: String) { state = Mutex(.words(words)) }

  init(of nodes: [Node], by speech: FormulaSpeech) { state = Mutex(.nodes(nodes, speech)) }

  var words: String {
    state.withLock { state in
      switch state {
      case .words(let words): return words
      case .nodes(let nodes, let speech):
        let words = speech.words(of: nodes)
        state = .words(words)
        return words
      }
    }
  }
}

extension SpokenWords: Hashable {
  static func == (a: SpokenWords, b: SpokenWords) -> Bool { a === b || a.words == b.words }

  func hash(into hasher: inout Hasher) { hasher.combine(words) }
}
