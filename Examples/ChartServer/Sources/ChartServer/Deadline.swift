import Burin

/// Until when a request has to be answered, for work of the server's own: renderings have their limits.
struct Deadline: Sendable {
  @TaskLocal static var current: Deadline?

  var start: ContinuousClock.Instant
  var limit: Duration

  /// Throws where the time is over or the client has hung up.
  static func check() throws(LimitError) {
    try RenderLimits.check()
    guard let current else { return }
    let spent = ContinuousClock.now - current.start
    guard spent > current.limit else { return }
    throw .exceeded(
      .time, allowed: Int(current.limit.milliseconds), asked: Int(spent.milliseconds))
  }
}
