import Hummingbird
import NIOCore
import Synchronization

/// Tells when the other side of a connection has hung up.
final class HangUpSignal: Sendable {
  private struct State {
    var isClosed = false
    var action: (@Sendable () -> Void)?
  }
  private let state = Mutex(State())

  /// Runs an action when the other side hangs up, or at once if it has; nil for none.
  func whenClosed(_ action: (@Sendable () -> Void)?) {
    let isClosed = state.withLock {
      $0.action = action
      return $0.isClosed
    }
    if isClosed { action?() }
  }

  func close() {
    let action = state.withLock {
      $0.isClosed = true
      return $0.action
    }
    action?()
  }
}

/// Watches a connection, also while a chart is drawn for it and nothing is read.
final class HangUpHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  let signal = HangUpSignal()

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent { signal.close() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    signal.close()
    context.fireChannelInactive()
  }
}

/// What is known of a request: besides Hummingbird's, its connection.
struct ChartContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  private let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }

  /// The signal of the request's connection; nil where there is none, as in tests.
  func hangUpSignal() async -> HangUpSignal? {
    let channel = channel
    return try? await channel.eventLoop.submit {
      try channel.pipeline.syncOperations.handler(type: HangUpHandler.self).signal
    }.get()
  }

  /// Runs an action after a time, on the connection's event loop.
  func after(_ time: Duration, _ action: @Sendable @escaping () -> Void) -> Scheduled<Void> {
    channel.eventLoop.scheduleTask(
      in: .milliseconds(Int64(max(0, time.milliseconds.rounded(.up)))), action)
  }
}
