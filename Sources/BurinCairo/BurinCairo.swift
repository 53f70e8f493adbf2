import CCairo
public import BurinScene
public import BurinText
import BurinGeometry
public struct CairoRenderer: Sendable {
  let fonts: FontLibrary
  public init(fonts: FontLibrary) { self.fonts = fonts }
  public func tempPNG(_ scene: Scene, scale: Double, path: String) throws {
    let s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32((scene.size.width*scale).rounded()), Int32((scene.size.height*scale).rounded()))
    let c = cairo_create(s); cairo_scale(c, scale, scale); color(c, scene.background); cairo_paint(c)
    for i in scene.items { try draw(i, c) }
    cairo_surface_write_to_png(s, path); cairo_destroy(c); cairo_surface_destroy(s)
  }
  func color(_ c: OpaquePointer?, _ k: Color) { cairo_set_source_rgba(c, Double(k.red)/255, Double(k.green)/255, Double(k.blue)/255, Double(k.alpha)/255) }
  func path(_ c: OpaquePointer?, _ p: Path) { for e in p.elements { switch e {
    case .move(let a): cairo_move_to(c, a.x, a.y)
    case .line(let a): cairo_line_to(c, a.x, a.y)
    case .cubic(let a, let b, let d): cairo_curve_to(c, a.x,a.y,b.x,b.y,d.x,d.y)
    case .close: cairo_close_path(c) } } }
  func draw(_ i: SceneItem, _ c: OpaquePointer?) throws {
    switch i {
    case .group(let g): cairo_save(c); let t = g.transform
      var m = cairo_matrix_t(xx: t.a, yx: t.b, xy: t.c, yy: t.d, x0: t.tx, y0: t.ty); cairo_transform(c, &m)
      if let k = g.clip { path(c, k); cairo_clip(c) }
      for j in g.items { try draw(j, c) }
      cairo_restore(c)
    case .path(let p):
      if case .color(let k)? = p.fill { path(c, p.path); color(c, k); cairo_fill(c) }
      if let s = p.stroke, case .color(let k) = s.paint { path(c, p.path); color(c,k); cairo_set_line_width(c, s.width)
        cairo_set_line_cap(c, s.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        cairo_set_line_join(c, s.join == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
        cairo_set_dash(c, s.dash, Int32(s.dash.count), 0); cairo_stroke(c) }
    case .glyphs(let r): let f = try fonts.face(r.font); color(c, r.color)
      for g in r.glyphs { cairo_save(c); cairo_translate(c, g.position.x, g.position.y); cairo_scale(c, r.size, r.size); path(c, f.outline(of: g.id)); cairo_restore(c); cairo_fill(c) }
    case .image(let m): let (w,h) = (m.rect.width/Double(m.columns), m.rect.height/Double(m.rows))
      for y in 0..<m.rows { for x in 0..<m.columns { color(c, m.cells[y*m.columns+x]); cairo_rectangle(c, m.rect.minX+Double(x)*w, m.rect.minY+Double(y)*h, w+0.2, h+0.2); cairo_fill(c) } }
    }
  }
}
