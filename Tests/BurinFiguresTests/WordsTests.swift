import BurinFigures
import Testing

@Suite("Names as parameters")
struct WordsTests {
  @Test("Names are separated by commas, and read back as they are written")
  func texts() throws {
    #expect(try Words(parameterText: " heads , tails ").strings == ["heads", "tails"])
    let hard = Words(["a, b", #"c\d"#, "$x$", "晴"])
    #expect(hard.parameterText == #"a\, b,c\\d,$x$,晴"#)
    #expect(try Words(parameterText: " ") == Words())
    #expect(try Words(parameterText: hard.parameterText) == hard)
  }

  @Test(
    "Names that cannot be told apart or drawn are refused",
    arguments: [
      (",a", "name 1 is empty"), ("a,,b", "name 2 is empty"),
      ("a,b,a", "name 3 is “a” once more; names must differ"),
      ("a,b\nc", "name 2 has a line break or another control character"),
      (String(repeating: "x", count: 41), "name 1 has 41 characters; at most 40 are allowed"),
    ])
  func refusals(_ text: String, _ message: String) {
    #expect(throws: ParameterProblem(message)) { try Words(parameterText: text) }
  }

  @Test("There are as many names as there is to name, or none")
  func count() throws {
    try Words().check(count: 3, parameter: "outcomes")
    try Words(["a", "b", "c"]).check(count: 3, parameter: "outcomes")
    #expect(throws: ParameterError("outcomes", "has 2 names for 3; give 3, or none")) {
      try Words(["a", "b"]).check(count: 3, parameter: "outcomes")
    }
    #expect(Words().strings(otherwise: ["x"]) == ["x"])
    #expect(Words(["a"]).strings(otherwise: ["x"]) == ["a"])
  }
}
