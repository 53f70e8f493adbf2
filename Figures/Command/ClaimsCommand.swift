import ArgumentParser
import BurinFigures
import CommandSupport
import Figures

struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Compare every number that the tutorial prints with the computed one.",
    discussion: """
      Each claim agrees if the printed number is a correct rounding of the computed one, or if a \
      computation bears the printed statement out. Claims that no computation decides are remarks. \
      The exit status is 0 whatever the verdicts.
      """)

  @Flag(help: "Print JSON with unrounded values.") var json = false
  @Flag(help: "Omit claims that agree.") var differing = false

  func run() throws {
    let checks = try TutorialClaims.all.map { claim in
      do {
        return (claim, try claim.check())
      } catch {
        throw CommandFailure("claim \(claim.section), \(claim.subject): \(error)")
      }
    }
    let report = ClaimsReport(checks: checks, showsAgreeing: !differing)
    try StandardOutput.print(json ? report.json : report.text)
  }
}
