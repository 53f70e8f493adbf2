// Draws the chart into the current folder, where Burin draws it.

import VisitsChart

#if !canImport(Charts)
  import Burin
#endif

@main
struct DrawVisits {
  static func main() throws {
    #if canImport(Charts)
      print("on this system, the chart is a view of Swift Charts: show it in an app")
    #else
      let chart = VisitsChart(.example, goal: 400)
      let options = RenderOptions(width: 480, height: 300, altText: "Visits of a week by source.")
      for diagnostic in try chart.write(to: "visits.png", as: .png(scale: 2), options) {
        print("note: \(diagnostic)")
      }
      try chart.write(to: "visits.svg", as: .svg, options)
      print("files: visits.png, visits.svg")
    #endif
  }
}
