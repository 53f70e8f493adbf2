// One import for files that were written for SwiftUI and Swift Charts, which bring all of Foundation
// along. Burin itself does without: Foundation loads the Unicode tables of every locale.

@_exported public import Burin
@_exported public import Foundation
@_exported public import Observation
