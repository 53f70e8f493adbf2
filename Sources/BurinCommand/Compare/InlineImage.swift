import ArgumentParser
import BurinGolden
import BurinRaster
import BurinScene
import CommandSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The option that shows differences in the terminal.
enum InlineImageOption: String, ExpressibleByArgument, CaseIterable {
  /// Shows them if standard output is a terminal that is known to support pictures.
  case auto
  case never
  case kitty
  case iterm
  case sixel

  /// The protocol for pictures; nil if they are not shown.
  var `protocol`: InlineImageProtocol? {
    switch self {
    case .auto:
      isatty(STDOUT_FILENO) == 1
        ? InlineImageProtocol(environment: TerminalText.variable) : nil
    case .never: nil
    case .kitty: .kitty
    case .iterm: .iterm
    case .sixel: .sixel
    }
  }
}

/// A protocol that sends a picture to a terminal.
enum InlineImageProtocol: Sendable, Hashable {
  /// The graphics protocol of kitty: PNG in base64, in pieces.
  case kitty
  /// The file protocol of iTerm2: PNG in base64.
  case iterm
  /// DEC's sixels: six rows of pixels at a time, colour by colour.
  case sixel

  /// Creates the protocol of the terminal that the environment describes; nil if it isn't known.
  ///
  /// A multiplexer intercepts pictures for the terminal behind it, so none is shown there.
  init?(environment: (String) -> String?) {
    let term = environment("TERM") ?? ""
    let program = environment("TERM_PROGRAM") ?? ""
    if environment("TMUX") != nil || environment("STY") != nil || term.hasPrefix("screen")
      || term.hasPrefix("tmux")
    {
      return nil
    }
    if term.contains("kitty") || environment("KITTY_WINDOW_ID") != nil || program == "ghostty"
      || term.contains("ghostty")
    {
      self = .kitty
    } else if ["iTerm.app", "WezTerm", "vscode"].contains(program)
      || environment("LC_TERMINAL") == "iTerm2"
    {
      self = .iterm
    } else if ["foot", "mlterm", "contour", "yaft"].contains(where: term.hasPrefix)
      || term.contains("sixel") || environment("WT_SESSION") != nil
      || environment("KONSOLE_VERSION") != nil
    {
      self = .sixel
    } else {
      return nil
    }
  }

  /// Returns the characters that show a picture.
  func escape(_ bitmap: Bitmap) throws -> String {
    switch self {
    case .kitty: Self.kitty(Base64.text(try PNGEncoder().encode(bitmap)))
    case .iterm: Self.iterm(try PNGEncoder().encode(bitmap))
    case .sixel: Sixel.text(bitmap)
    }
  }

  private static func kitty(_ text: String) -> String {
    // A piece has at most 4096 characters, and m=1 if another follows.
    let characters = Array(text.utf8)
    var result = ""
    for start in stride(from: 0, to: characters.count, by: 4096) {
      let piece = characters[start..<min(start + 4096, characters.count)]
      let more = start + 4096 < characters.count ? 1 : 0
      let keys = start == 0 ? "a=T,f=100,q=2,m=\(more)" : "m=\(more)"
      result += "\u{1B}_G\(keys);\(String(decoding: piece, as: UTF8.self))\u{1B}\\"
    }
    return result
  }

  private static func iterm(_ bytes: [UInt8]) -> String {
    "\u{1B}]1337;File=inline=1;size=\(bytes.count):\(Base64.text(bytes))\u{07}"
  }
}
