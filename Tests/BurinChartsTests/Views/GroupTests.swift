import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Groups of views")
struct GroupTests {
  private struct Choice: View {
    var isLong: Bool
    var body: some View {
      Group {
        if isLong { Text("a long one") } else { Text("short") }
      }
    }
  }

  private func boxes(_ content: some View) throws -> [(text: String, ink: Rect)] {
    try content.scene().scene.texts()
  }

  @Test("The stack around a group lays out its views")
  func transparent() throws {
    let grouped = try boxes(
      HStack {
        Text("a")
        Group {
          Text("b")
          Group { Text("c") }
        }
      })
    let plain = try boxes(
      HStack {
        Text("a")
        Text("b")
        Text("c")
      })
    #expect(grouped.map(\.text) == ["a", "b", "c"])
    #expect(grouped.map(\.ink) == plain.map(\.ink))
  }

  @Test("A modifier of a group changes each of its views")
  func modifiers() throws {
    let grouped = try boxes(
      VStack {
        Group {
          Text("b")
          Text("c")
        }.padding(.top, 7).font(.title)
      })
    let plain = try boxes(
      VStack {
        Text("b").padding(.top, 7).font(.title)
        Text("c").padding(.top, 7).font(.title)
      })
    #expect(grouped.map(\.ink) == plain.map(\.ink))
  }

  @Test("A group is a body, alone below each other, and passes on settings of charts")
  func alone() throws {
    #expect(try boxes(Choice(isLong: true)).map(\.text) == ["a long one"])
    let two = try boxes(
      Group {
        Text("b")
        Text("c")
      })
    #expect(two.count == 2 && two[0].ink.maxY < two[1].ink.minY)
    let chart = Group {
      Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }
    }.chartTitle("Title")
    #expect(try boxes(chart).contains { $0.text == "Title" })
  }
}
