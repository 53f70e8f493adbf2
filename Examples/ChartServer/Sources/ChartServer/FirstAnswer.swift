import Synchronization

/// The first of several values that may come: what was drawn, or that its time is over.
///
/// One task waits for it; values that come later are dropped.
final class FirstAnswer<Value: Sendable>: Sendable {
  private enum State {
    case open
    case awaited(CheckedContinuation<Value, Never>)
    case given(Value)
    case closed
  }
  private let state = Mutex(State.open)

  /// Offers a value, and returns whether it is the first.
  @discardableResult
  func give(_ value: Value) -> Bool {
    let (isFirst, waiting) = state.withLock {
      state -> (Bool, CheckedContinuation<Value, Never>?) in
      switch state {
      case .open:
        state = .given(value)
        return (true, nil)
      case .awaited(let waiting):
        state = .closed
        return (true, waiting)
      case .given, .closed: return (false, nil)
      }
    }
    waiting?.resume(returning: value)
    return isFirst
  }

  /// The value, as soon as there is one; asked for once.
  var value: Value {
    get async {
      await withCheckedContinuation { waiting in
        let given = state.withLock { state -> Value? in
          guard case .given(let value) = state else {
            state = .awaited(waiting)
            return nil
          }
          state = .closed
          return value
        }
        if let given { waiting.resume(returning: given) }
      }
    }
  }
}
