import Burin
import BurinTesting
import SalesChart
import Testing

@Test func theChartLooksAsItsGoldenSays() throws {
  let chart = salesChart([("Q1", 12), ("Q2", 17), ("Q3", 9), ("Q4", 21)])
  try expectGolden(
    chart, named: "sales", RenderOptions(width: 360, height: 220, altText: "Sales by quarter."))
}
