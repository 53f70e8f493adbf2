import BurinGeometry
import CHarfBuzz

/// Collects the segments that HarfBuzz draws for a glyph, as a path in ems, y downwards.
final class OutlineSink {
  private(set) var path = Path()
  private let unitsPerEm: Double

  init(unitsPerEm: Double) { self.unitsPerEm = unitsPerEm }

  private func point(_ x: Float, _ y: Float) -> Point {
    Point(Double(x) / unitsPerEm, -Double(y) / unitsPerEm)
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> OutlineSink? {
    data.map { Unmanaged<OutlineSink>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The callbacks.
  ///
  /// Sendable although it stores a pointer, because HarfBuzz's table of callbacks doesn't change
  /// after `init`, and the callbacks keep no state.
  final class Functions: @unchecked Sendable {
    // Unchecked for the pointer: HarfBuzz's table of functions is not changed after `init`.
    let pointer: OpaquePointer?

    init() {
      let functions = hb_draw_funcs_create()
      hb_draw_funcs_set_move_to_func(
        functions,
        { _, data, _, x, y, _ in
          guard let sink = OutlineSink.from(data) else { return }
          sink.path.move(to: sink.point(x, y))
        }, nil, nil)
      hb_draw_funcs_set_line_to_func(
        functions,
        { _, data, _, x, y, _ in
          guard let sink = OutlineSink.from(data) else { return }
          sink.path.line(to: sink.point(x, y))
        }, nil, nil)
      hb_draw_funcs_set_quadratic_to_func(
        functions,
        { _, data, state, cx, cy, x, y, _ in
          guard let sink = OutlineSink.from(data), let state else { return }
          let start = sink.point(state.pointee.current_x, state.pointee.current_y)
          sink.path.quadratic(from: start, sink.point(cx, cy), to: sink.point(x, y))
        }, nil, nil)
      hb_draw_funcs_set_cubic_to_func(
        functions,
        { _, data, _, ax, ay, bx, by, x, y, _ in
          guard let sink = OutlineSink.from(data) else { return }
          sink.path.cubic(sink.point(ax, ay), sink.point(bx, by), to: sink.point(x, y))
        }, nil, nil)
      hb_draw_funcs_set_close_path_func(
        functions, { _, data, _, _ in OutlineSink.from(data)?.path.close() }, nil, nil)
      hb_draw_funcs_make_immutable(functions)
      pointer = functions
    }

    deinit { hb_draw_funcs_destroy(pointer) }
  }

  static let functions = Functions()
}
